import { Parser } from 'htmlparser2';
import type { CommentText } from './comment-text.js';

/** What is in them is for the browser and not for readers. */
const UNSEEN: ReadonlySet<string> = new Set(['script', 'style', 'template', 'noscript', 'title']);
/** They end a line, so that the words before and after them are not one. */
const BREAKS: ReadonlySet<string> = new Set(
  'address article aside blockquote br dd div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table td th tr ul'.split(
    ' ',
  ),
);

/** Collects what is seen, and of each of its units where in the markup it began and ended. */
class SeenText {
  body = '';
  readonly starts: number[] = [];
  readonly ends: number[] = [];
  /** Where a tag has ended the line, which is told once something follows. */
  private lineEnd: number | null = null;

  /** @param start where the piece of markup begins; it ends before `end` */
  add(text: string, start: number, end: number): void {
    if (this.lineEnd !== null && this.body !== '') this.push('\n', this.lineEnd, this.lineEnd + 1);
    this.lineEnd = null;
    this.push(text, start, end);
  }

  breakLine(at: number): void {
    this.lineEnd ??= at;
  }

  private push(text: string, start: number, end: number): void {
    // Else it is an entity, all of which stands for each of its units.
    const isLiteral = text.length === end - start;
    for (let unit = 0; unit < text.length; unit += 1) {
      this.starts.push(isLiteral ? start + unit : start);
      this.ends.push(isLiteral ? start + unit + 1 : end);
    }
    this.body += text;
  }
}

/** Reads markup as a browser shows it: without tags, comments and scripts, with entities decoded. */
export function readHtml(markup: string): CommentText {
  const seen = new SeenText();
  const hidden: string[] = [];
  const parser = new Parser({
    onopentagname: (name) => {
      if (UNSEEN.has(name)) hidden.push(name);
      if (BREAKS.has(name)) seen.breakLine(parser.startIndex);
    },
    onclosetag: (name) => {
      if (hidden.at(-1) === name) hidden.pop();
      if (BREAKS.has(name)) seen.breakLine(parser.startIndex);
    },
    ontext: (text) => {
      if (hidden.length === 0) seen.add(text, parser.startIndex, parser.endIndex + 1);
    },
  });
  parser.end(markup);
  const { body, starts, ends } = seen;
  const toSent: CommentText['toSent'] = ({ start, end }) => ({
    start: starts[start] ?? markup.length,
    end: ends[end - 1] ?? markup.length,
  });
  return { body, sentLength: markup.length, toSent };
}
