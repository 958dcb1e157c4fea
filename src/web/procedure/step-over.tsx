// How is a step taken over a page that does not show the record? Its form opens once it is known where the record stands.
import { useEffect } from 'react';
import { useLanguage } from '../../client/i18n.ts';
import { useCall } from '../../client/query.ts';
import { useCounty } from '../../client/session.tsx';
import { learnNames } from '../../client/ui/name-book.ts';
import { useTellProblem } from '../../client/ui/problem-notice.tsx';
import type { Values } from '../../domain/kernel/record.ts';
import { titleOf } from '../../domain/kernel/title.ts';
import { getKind } from '../../domain/kind.ts';
import { StepDrawer, type StepDrawerProps } from './step-drawer.tsx';

export function StepOver(props: Omit<StepDrawerProps, 'record' | 'progress' | 'subject'>) {
  const { procedure, id, close } = props;
  const county = useCounty();
  const language = useLanguage();
  const tell = useTellProblem();
  const params = { county, kind: procedure.kind, id };
  const progress = useCall('progress', { params });
  const record = useCall('record', { params });
  const ready = progress.data !== undefined && record.data !== undefined;
  const error = ready ? null : (progress.error ?? record.error);
  useEffect(() => {
    if (!error) return;
    tell(error);
    close();
  }, [error, tell, close]);
  if (!progress.data || !record.data) return null;
  learnNames({ ...record.data.names, ...progress.data.names });
  const values = record.data.row.values as Values;
  const book = new Map(Object.entries(record.data.names));
  const subject = titleOf(getKind(procedure.kind), values, book, language);
  return <StepDrawer {...props} record={values} progress={progress.data} subject={subject} />;
}
