/** Stages of the training with the share of the time that each takes, measured once; only the forecast depends on them. */
const STAGES = {
  reading: 0.05,
  vocabulary: 0.02,
  'English: reading': 0.04,
  'English: n-grams': 0.17,
  'English: convolution': 0.52,
  'English: combining': 0.01,
  'English: explanations': 0.02,
  Chinese: 0.02,
  spam: 0.08,
  measuring: 0.07,
} as const;
export type Stage = keyof typeof STAGES;

/** Hears how far the training is. */
export type OnProgress = (stage: Stage, share: number) => void;

const INTERVAL_MS = 1_000;
const QUIET_INTERVAL_MS = 15_000;

const minutes = (ms: number): string => {
  const seconds = Math.max(1, Math.round(ms / 1_000));
  return seconds < 90 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
};

/** One line on stderr with what is done and what is left: rewritten on a terminal, now and then a new one elsewhere. */
export function progressLine(now: () => number = Date.now): OnProgress {
  const began = now();
  const stages = Object.keys(STAGES) as Stage[];
  const { isTTY } = process.stderr;
  let last = -Infinity;
  return (stage, share) => {
    const at = now();
    if (at - last < (isTTY ? INTERVAL_MS : QUIET_INTERVAL_MS)) return;
    last = at;
    const before = stages.slice(0, stages.indexOf(stage));
    const done = before.reduce((sum, name) => sum + STAGES[name], 0) + share * STAGES[stage];
    const left = done < 0.03 ? '' : `, about ${minutes(((at - began) / done) * (1 - done))} left`;
    const line = `${String(Math.floor(done * 100)).padStart(3)} %  ${stage}${left}`;
    process.stderr.write(isTTY ? `\r\u001b[2K${line}` : `${line}\n`);
  };
}
