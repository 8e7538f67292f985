import { Line } from '../../design/notice.js';
import { list } from '../../layout/list.js';
import { useText } from '../../messages/use-text.js';

/** Where an address has the site's public key in it and there is none. */
export function NoPublicKey() {
  const text = useText();
  return <Line>{text('integrations.no-public-key')}</Line>;
}

/** Why the snippets say what nobody can use. */
export function KeyIsMissing({ isAdmin }: { isAdmin: boolean }) {
  const text = useText();
  return (
    <p className={list.faint}>
      {text(isAdmin ? 'integrations.make-key-first' : 'integrations.ask-for-key')}
    </p>
  );
}
