import { type Keep, keptJson } from './keep.js';

/** Proof that this browser wrote a comment. */
interface Authorship {
  id: string;
  article: string;
  token: string;
}

const LONGEST = 50;

/**
 * The comments that were written in this browser. The service knows its readers by a cookie as well;
 * browsers that keep cookies of other sites away leave the widget with this.
 */
export class Authorships {
  private readonly name: string;

  constructor(
    private readonly keep: Keep,
    siteKey: string,
  ) {
    this.name = `moderato:own:${siteKey}`;
  }

  add(authorship: Authorship): void {
    const others = this.all().filter(({ id }) => id !== authorship.id);
    this.keep.set(this.name, JSON.stringify([authorship, ...others].slice(0, LONGEST)));
  }

  remove(id: string): void {
    this.keep.set(this.name, JSON.stringify(this.all().filter((other) => other.id !== id)));
  }

  token(id: string): string | undefined {
    return this.all().find((own) => own.id === id)?.token;
  }

  /** The latest ones below an article. */
  of(article: string, maximum: number): readonly Authorship[] {
    return this.all()
      .filter((own) => own.article === article)
      .slice(0, maximum);
  }

  private all(): readonly Authorship[] {
    return (keptJson(this.keep, this.name) as Authorship[] | null) ?? [];
  }
}
