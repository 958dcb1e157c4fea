// What does an empty list teach? What belongs here and how the first one gets in.
import type { ReactNode } from 'react';

export function EmptyState(props: {
  readonly title: ReactNode;
  readonly hint?: ReactNode;
  readonly action?: ReactNode;
}) {
  return (
    <div className="empty">
      <p className="empty-title">{props.title}</p>
      {props.hint && <p className="empty-hint">{props.hint}</p>}
      {props.action && <div className="empty-action">{props.action}</div>}
    </div>
  );
}
