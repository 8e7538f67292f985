import { Link } from '@tanstack/react-router';
import { Compass } from 'lucide-react';
import { buttonClass } from '../design/button.js';
import { Empty } from '../design/notice.js';
import { useText } from '../messages/use-text.js';
import { usePageTitle } from '../shell/page-title.js';

/** There is no such page. */
export function NotFoundPage() {
  const text = useText();
  usePageTitle(text('not-found.title'));
  return (
    <Empty whole icon={<Compass size={28} strokeWidth={1.5} />} title={text('not-found.title')}>
      <p>{text('not-found.text')}</p>
      <Link to="/" className={buttonClass()}>
        {text('not-found.go')}
      </Link>
    </Empty>
  );
}
