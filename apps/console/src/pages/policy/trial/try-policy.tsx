import type { Ref } from 'react';
import { Line } from '../../../design/notice.js';
import { Section } from '../../../layout/page.js';
import { useText } from '../../../messages/use-text.js';
import { LatestTrial } from './latest-trial.js';
import { TextTrial } from './text-trial.js';
import type { Tried } from './tried.js';

interface TryPolicyProps {
  tried: Tried;
  area?: Ref<HTMLTextAreaElement>;
}

/** What a policy does, before it is in force: to a text, and to the comments that came last. */
export function TryPolicy({ tried, area }: TryPolicyProps) {
  const text = useText();
  const { mayDraft, blocked } = tried;
  return (
    <Section
      title={text('policy.try')}
      note={text(mayDraft ? 'policy.try-note' : 'policy.try-note-reading')}
    >
      {blocked && <Line>{text('policy.json-first')}</Line>}
      <TextTrial tried={tried} {...(area && { area })} />
      {mayDraft && <LatestTrial tried={tried} />}
    </Section>
  );
}
