/** Something that can be done with a text. */
export interface TextTask {
  name: string;
  run: (text: string) => unknown;
}

/** Texts a second on one core, over and over the same texts for a time, after a warm-up of a fifth of it. */
export function textsPerSecond({ run }: TextTask, texts: readonly string[], ms: number): number {
  runFor(run, texts, ms / 5);
  const start = performance.now();
  const done = runFor(run, texts, ms);
  return (done / (performance.now() - start)) * 1000;
}

function runFor(run: TextTask['run'], texts: readonly string[], ms: number): number {
  const end = performance.now() + ms;
  let done = 0;
  // Some answer in microseconds and some in milliseconds: between looks at the clock a few texts only.
  for (let at = 0; ; at = (at + 1) % texts.length) {
    run(texts[at] as string);
    done++;
    if (done % 16 === 0 && performance.now() >= end) return done;
  }
}
