import { Key } from '../design/button.js';

/** One key, or two after one another. */
export function KeyName({ name }: { name: string }) {
  return (
    <span>
      <span className="visually-hidden">{name}</span>
      {name.split(' ').map((key, index) => (
        <Key key={index} name={key} />
      ))}
    </span>
  );
}
