const WHITE_SPACE = /\s/u;
/** As much of a chunk as is looked at: a link says what it is at its beginning. */
const HEAD = 300;
const URL = /(?:^|[^a-z])(?:https?|ftp|mailto|tel):\/?\/?[^\s]|(?:^|[^a-z0-9])www\./i;
const EMAIL = /[\w.+-]@[\w-]+\.[a-z]{2}/i;
/** Not the domains that are English words (`.it`, `.me`, `.us`): a missing space would hide what stands before them. */
const DOMAIN =
  /^[("'<[]*(?:[a-z0-9-]+\.)+(?:com|org|net|edu|gov|info|io|co|uk|de|fr|ca|au|ru|cn|jp|eu|tv|ly|gl)(?:[/?#:].*|[)"'>\],;:!?.]*)$/i;

function isSpace(unit: number): boolean {
  if (unit <= 32) return true;
  return unit >= 128 && WHITE_SPACE.test(String.fromCharCode(unit));
}

/** Tells which offsets of a text are in a web or e-mail address. Asked only where a word would change. */
export class Links {
  private text = '';
  private start = 0;
  private end = 0;
  private isLink = false;

  open(text: string): void {
    this.text = text;
    this.start = this.end = 0;
  }

  /** Looks at every chunk of text once, so that all the questions about one text take linear time. */
  has(offset: number): boolean {
    if (offset < this.start || offset >= this.end) this.readChunk(offset);
    return this.isLink;
  }

  private readChunk(offset: number): void {
    const { text } = this;
    let start = offset;
    while (start > this.end && !isSpace(text.charCodeAt(start - 1))) start--;
    let end = offset;
    while (end < text.length && !isSpace(text.charCodeAt(end))) end++;
    const head = text.slice(start, Math.min(end, start + HEAD));
    this.isLink = head.includes('.') || head.includes(':') ? isLink(head) : false;
    this.start = start;
    this.end = end;
  }
}

const isLink = (head: string): boolean => URL.test(head) || EMAIL.test(head) || DOMAIN.test(head);
