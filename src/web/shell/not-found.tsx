// What is shown where there is no page?
import { Link } from 'react-router';
import { useText } from '../../client/i18n.ts';
import { EmptyState } from '../../client/ui/empty-state.tsx';

export function NotFound() {
  const text = useText();
  return <EmptyState title={text('problem.notFound')} action={<Link to="/">{text('nav.home')}</Link>} />;
}
