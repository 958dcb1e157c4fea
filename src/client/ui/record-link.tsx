// How does a record's name lead to the record?
import type { ReactNode } from 'react';
import { Link } from 'react-router';

export function recordPath(kind: string, id: string): string {
  // A tip is no record: it has a page of its own.
  return kind === 'tip' ? `/tip/${id}` : `/record/${kind}/${id}`;
}

export function RecordLink(props: {
  readonly kind: string;
  readonly id: string;
  readonly children: ReactNode;
}) {
  return <Link to={recordPath(props.kind, props.id)}>{props.children}</Link>;
}
