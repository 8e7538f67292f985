import { Injectable } from '@nestjs/common';
import { DomainError } from '#contract';
import { type ScoredText, TextScores } from '#text-scores';
import { setImmediate as otherRequests } from 'node:timers/promises';
import type { Source } from './attributes.js';

/** A text as it was scored: once in each language that the client named, else once in its own. */
export class TextReadings {
  constructor(
    private readonly readings: readonly ScoredText[],
    /** As in BCP 47; `null` where nobody can tell. */
    readonly detected: string | null,
  ) {}

  /** What all readings have a score for. */
  supports({ needs }: Source): boolean {
    return needs === null || this.readings.every(({ scores }) => scores.has(needs));
  }

  /** The highest of all readings. */
  scoreOf(source: Source): number {
    return Math.max(...this.readings.map(({ scores }) => source.scoreIn(scores)));
  }

  /** What the checks said under a label, for which there is no score in some languages. */
  under(
    label: Parameters<ScoredText['scores']['get']>[0],
  ): ReturnType<ScoredText['scores']['get']> {
    const found = this.readings.flatMap(({ scores }) => scores.get(label) ?? []);
    return found.toSorted((a, b) => b.score - a.score)[0];
  }
}

/** Has texts scored, in the languages that clients name. */
@Injectable()
export class TextReader {
  constructor(private readonly texts: TextScores) {}

  /**
   * @param languages primary tags; the language is detected without any
   * @throws DomainError SERVICE_BUSY when a check cannot run
   */
  async read(body: string, languages: readonly string[]): Promise<TextReadings> {
    const own = await this.score({ body });
    const detected = known(own.language ?? own.unscoredLanguage);
    if (languages.length === 0) return new TextReadings([own], detected);
    const readings: ScoredText[] = [];
    for (const language of languages) {
      readings.push(language === detected ? own : await this.readAs(language, body));
    }
    return new TextReadings(readings, detected);
  }

  private async readAs(language: string, body: string): Promise<ScoredText> {
    await otherRequests();
    return this.score({ body, language });
  }

  private async score(text: { body: string; language?: string }): Promise<ScoredText> {
    const scored = await this.texts.score(text);
    if (scored.failed.length === 0) return scored;
    throw new DomainError('SERVICE_BUSY', 'The comment cannot be scored at the moment.');
  }
}

const known = (language: string | null): string | null => (language === 'und' ? null : language);
