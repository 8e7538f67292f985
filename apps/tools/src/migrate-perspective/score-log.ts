import { ScoreColumn } from '#calibration';
import type { Label } from '#contract';
import type { TextScores } from '#text-scores';
import { readLines } from '../replay/lines.js';
import { COMPARED_LABELS, labelOf } from './attributes.js';
import { BrokenLine, type LogLine, readLogLine } from './log-line.js';

/** The scores of one attribute and of its label, text by text. */
export interface ScorePairs {
  label: Label;
  perspective: ScoreColumn;
  moderato: ScoreColumn;
}

/** All that is kept of a log: of each text its scores, 8 bytes each, and never the text. */
export interface ScoredLog {
  texts: number;
  /** Without scores of Perspective's. */
  unjudged: number;
  /** By language, texts that nothing here can score. */
  unscored: Map<string, number>;
  /** By rule, lines that could not be used. */
  broken: Map<string, number>;
  /** By attribute, texts with a score that is no label's. */
  unknown: Map<string, number>;
  pairs: Map<string, ScorePairs>;
  labels: Map<Label, ScoreColumn>;
}

/** Who may be told of what happens. */
export interface ScoringWatch {
  onBroken(line: number, rule: string): void;
  onProgress(texts: number): void;
}

const PROGRESS_EVERY = 1000;

/** Scores the texts of a log, one at a time. */
export async function scoreLog(
  file: string,
  scores: TextScores,
  watch: ScoringWatch,
): Promise<ScoredLog> {
  const log = newLog();
  for await (const { number, text } of readLines(file)) {
    const line = attempt(text);
    if (line instanceof BrokenLine) {
      count(log.broken, line.message);
      watch.onBroken(number, line.message);
      continue;
    }
    await addTo(log, line, scores);
    if (log.texts % PROGRESS_EVERY === 0) watch.onProgress(log.texts);
  }
  return log;
}

const newLog = (): ScoredLog => ({
  ...{ texts: 0, unjudged: 0, unscored: new Map(), broken: new Map(), unknown: new Map() },
  ...{
    pairs: new Map(),
    labels: new Map(COMPARED_LABELS.map((label) => [label, new ScoreColumn()])),
  },
});

function attempt(line: string): LogLine | BrokenLine {
  try {
    return readLogLine(line);
  } catch (error) {
    if (error instanceof BrokenLine) return error;
    throw error;
  }
}

async function addTo(log: ScoredLog, line: LogLine, scores: TextScores): Promise<void> {
  const { text: body, language } = line;
  const scored = await scores.score({ body, ...(language !== undefined && { language }) });
  log.texts += 1;
  if (line.scores.size === 0) log.unjudged += 1;
  if (scored.unscoredLanguage !== null) count(log.unscored, scored.unscoredLanguage);
  for (const [label, column] of log.labels) {
    const score = scored.scores.get(label)?.score;
    if (score !== undefined) column.add(score);
  }
  for (const [attribute, theirs] of line.scores) {
    const label = labelOf(attribute);
    const ours = label && scored.scores.get(label)?.score;
    if (label === undefined) count(log.unknown, attribute);
    else if (ours !== undefined) {
      const pairs = pairsOf(log, attribute, label);
      pairs.perspective.add(theirs);
      pairs.moderato.add(ours);
    }
  }
}

function pairsOf({ pairs }: ScoredLog, attribute: string, label: Label): ScorePairs {
  const known = pairs.get(attribute);
  if (known) return known;
  const made = { label, perspective: new ScoreColumn(), moderato: new ScoreColumn() };
  pairs.set(attribute, made);
  return made;
}

const count = (counts: Map<string, number>, name: string): void =>
  void counts.set(name, (counts.get(name) ?? 0) + 1);
