// What does the ledger hold about one record, and what can be done with it?
import { EditOutlined, PrinterOutlined, RollbackOutlined, StopOutlined } from '@ant-design/icons';
import { Button, Drawer, Skeleton } from 'antd';
import { useState } from 'react';
import { formatInstant, type NameBook } from '../../client/format.ts';
import { useLanguage, useSay, useText } from '../../client/i18n.ts';
import { useCall } from '../../client/query.ts';
import { useSession } from '../../client/session.tsx';
import { FieldText } from '../../client/ui/field-text.tsx';
import { learnNames } from '../../client/ui/name-book.ts';
import { ProblemNotice } from '../../client/ui/problem-notice.tsx';
import type { RecordOnWire } from '../../contract/api.ts';
import { mayWrite } from '../../domain/access/access.ts';
import type { Field, Kind, Values } from '../../domain/kernel/record.ts';
import { titleOf } from '../../domain/kernel/title.ts';
import { isRegistered } from '../../domain/kind.ts';
import { CaseView } from '../case/case-view.tsx';
import { FileCaseFrom } from '../case/file-case.tsx';
import { ClueKin } from '../clue/clue-kin.tsx';
import { CUSTODY_STEPS, CustodyPanel } from '../custody/custody-panel.tsx';
import { ProgressPanel } from '../procedure/progress-panel.tsx';
import { CorrectRecord } from './correct-record.tsx';
import { History } from './history.tsx';
import { Related } from './related.tsx';
import { StepDialog } from './step-dialog.tsx';

export function RecordView(props: { readonly kind: Kind; readonly id: string }) {
  const { kind, id } = props;
  const { county } = useSession();
  const query = useCall('record', { params: { county, kind: kind.name, id } });
  if (query.error) return <ProblemNotice error={query.error} retry={() => void query.refetch()} />;
  if (!query.data) return <Skeleton active paragraph={{ rows: 8 }} />;
  const { row, names } = query.data;
  learnNames(names);
  return (
    <article className="record">
      <Head kind={kind} row={row} names={names} />
      {kind.name === 'case' ? (
        <CaseView row={row} names={names} file={<Filed kind={kind} row={row} names={names} />} />
      ) : (
        <>
          <ProgressPanel kind={kind.name} id={id} elsewhere={kind.name === 'seizure' ? CUSTODY_STEPS : []}>
            {kind.name === 'clue' && <ClueKin id={id} />}
            {kind.name === 'seizure' && <CustodyPanel id={id} />}
          </ProgressPanel>
          <Filed kind={kind} row={row} names={names} />
        </>
      )}
    </article>
  );
}

/** What the ledger holds of it. */
function Filed(props: { readonly kind: Kind; readonly row: RecordOnWire; readonly names: NameBook }) {
  const { kind, row, names } = props;
  return (
    <>
      <ValueList kind={kind} values={row.values as Values} names={names} />
      <Related kind={kind} id={row.id} />
      <History kind={kind} row={row} names={names} />
    </>
  );
}

function Head(props: { readonly kind: Kind; readonly row: RecordOnWire; readonly names: NameBook }) {
  const { kind, row, names } = props;
  const text = useText();
  const language = useLanguage();
  const { actor } = useSession();
  const [panel, setPanel] = useState<'correct' | 'withdraw' | 'restore' | null>(null);
  const title = titleOf(kind, row.values as Values, new Map(Object.entries(names)), language);
  const writes = mayWrite(actor, kind, row.values as Values) && isRegistered(kind);
  return (
    <header className="record-head">
      <h2>
        {title || row.no}
        {row.withdrawn && <span className="state late">{text('register.withdrawnMark')}</span>}
      </h2>
      <p className="sub">
        <span className="num">{row.no}</span> · {text('record.version', { n: row.version })} ·{' '}
        {text('record.updated', { at: formatInstant(row.updatedAt, language) })}
      </p>
      <div className="record-tools no-print">
        {writes && !row.withdrawn && (
          <>
            <Button icon={<EditOutlined />} onClick={() => setPanel('correct')}>
              {text('record.correct')}
            </Button>
            <Button icon={<StopOutlined />} onClick={() => setPanel('withdraw')}>
              {text('record.withdraw')}
            </Button>
          </>
        )}
        {writes && row.withdrawn && (
          <Button icon={<RollbackOutlined />} onClick={() => setPanel('restore')}>
            {text('record.restore')}
          </Button>
        )}
        <FileCaseFrom kind={kind} row={row} title={title} />
        <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
          {text('record.print')}
        </Button>
      </div>
      {(panel === 'withdraw' || panel === 'restore') && (
        <StepDialog step={panel} row={row} close={() => setPanel(null)} />
      )}
      <Drawer
        open={panel === 'correct'}
        onClose={() => setPanel(null)}
        size={760}
        title={text('record.correctTitle', { no: row.no })}
        mask={{ closable: false }}
        destroyOnHidden
        styles={{ body: { paddingBottom: 0 } }}
      >
        {panel === 'correct' && <CorrectRecord kind={kind} row={row} close={() => setPanel(null)} />}
      </Drawer>
    </header>
  );
}

/** Every filled field; of the empty ones only those that matter. */
function ValueList(props: { readonly kind: Kind; readonly values: Values; readonly names: NameBook }) {
  const { kind, values, names } = props;
  const say = useSay();
  const shown = Object.entries(kind.fields).filter(
    ([name, field]) => !field.minor || (values[name] !== undefined && values[name] !== null),
  );
  const isWide = (field: Field) =>
    (field.type === 'text' && field.long) || ['refs', 'codes', 'texts'].includes(field.type);
  return (
    <dl className="values">
      {shown.map(([name, field]) => (
        <div key={name} className={isWide(field) ? 'wide' : ''}>
          <dt>{say(field.label)}</dt>
          <dd>
            <FieldText field={field} value={values[name]} names={names} values={values} links />
          </dd>
        </div>
      ))}
    </dl>
  );
}
