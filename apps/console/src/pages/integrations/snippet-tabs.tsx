import { useState } from 'react';
import { CodeBlock } from '../../design/code-block.js';
import { Tabs } from '../../design/tabs.js';
import { list } from '../../layout/list.js';
import { useText } from '../../messages/use-text.js';
import type { Snippet } from './snippets.js';

/** The same for several clients, one at a time. */
export function SnippetTabs({ snippets }: { snippets: readonly Snippet[] }) {
  const text = useText();
  const [chosen, setChosen] = useState(snippets[0]?.name ?? '');
  const snippet = snippets.find(({ name }) => name === chosen) ?? snippets[0];
  if (snippet === undefined) return null;
  return (
    <>
      <CodeBlock
        label={snippet.name}
        code={snippet.code}
        head={
          <Tabs
            label={text('integrations.snippets')}
            value={snippet.name}
            tabs={snippets.map(({ name }) => ({ value: name, label: name }))}
            onChange={setChosen}
          />
        }
      />
      {snippet.note !== undefined && (
        <p className={list.faint}>{text(`integrations.snippet.${snippet.note}`)}</p>
      )}
    </>
  );
}
