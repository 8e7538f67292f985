/** Names of functions that a page may have called: identifiers with dots between, as in `CoralCount.setCount`. */
const CALLBACK = /^[A-Za-z_$][\w$]{0,63}(?:[.][A-Za-z_$][\w$]{0,63}){0,4}$/;

export function isCallback(name: unknown): name is string {
  return typeof name === 'string' && CALLBACK.test(name);
}

/** A value as JavaScript that means the same inside of a script element, and that no browser takes for a page. */
export function scriptText(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** A call of the function with the value. The comment before it keeps players of old formats from reading the name as theirs. */
export function scriptCall(callback: string, value: unknown): string {
  return `/**/${callback}(${scriptText(value)});`;
}
