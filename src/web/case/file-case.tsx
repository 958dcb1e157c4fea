// How does a case begin from what a visit found or seized? The case's form with what is known; saved, both are linked.
import { AuditOutlined } from '@ant-design/icons';
import { Button, Drawer, Skeleton } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { today } from '../../client/format.ts';
import { useText } from '../../client/i18n.ts';
import { useAct, useCall } from '../../client/query.ts';
import { useCounty, useSession } from '../../client/session.tsx';
import { learnNames } from '../../client/ui/name-book.ts';
import { useTellProblem } from '../../client/ui/problem-notice.tsx';
import { recordPath } from '../../client/ui/record-link.tsx';
import type { RecordOnWire } from '../../contract/api.ts';
import { mayWrite } from '../../domain/access/access.ts';
import type { Kind, Values } from '../../domain/kernel/record.ts';
import { getKind } from '../../domain/kind.ts';
import { NewRecord } from '../register/new-record.tsx';
import { nextCaseNo, usualTrack } from './case-begin.ts';

const CASE = getKind('case');
const SHARED = ['clue', 'venue', 'area', 'place', 'campaign', 'agency'];

/** An inspection that found nothing wrong has nothing to file. */
function mayBeFiled({ kind, values, withdrawn }: RecordOnWire): boolean {
  if (withdrawn) return false;
  if (kind === 'seizure') return !values['case'];
  const found = (values['found'] ?? []) as readonly string[];
  return (
    kind === 'inspection' &&
    (found.length > 0 || values['result'] === 'case' || values['result'] === 'banned')
  );
}

/** As officers call a case until they know better: whose, and what was found. */
function nameFrom(kind: Kind, { values }: RecordOnWire, title: string): string | null {
  const holder = values['holder'];
  const who = typeof holder === 'string' && holder !== '※' ? holder : '';
  if (kind.name !== 'seizure') return null;
  const what =
    (values['species'] as { name?: string } | null | undefined)?.name ?? title.split(' · ')[0] ?? '';
  return what === '' ? null : `${who}${who === '' ? '查获' : ''}${what}案`;
}

function caseFrom(kind: Kind, row: RecordOnWire, title: string): Values {
  const { values } = row;
  const name = nameFrom(kind, row, title);
  const shared = SHARED.flatMap((name) =>
    values[name] && name in CASE.fields ? [[name, values[name]] as const] : [],
  );
  return {
    ...Object.fromEntries(shared),
    ...(name ? { name } : {}),
    discoveredOn: values[kind.day] ?? null,
    ...(kind.name === 'inspection' ? { inspection: row.id } : {}),
    ...(kind.name === 'seizure' && values['inspection'] ? { inspection: values['inspection'] } : {}),
    ...(typeof values['holder'] === 'string' && values['holder'] !== '※'
      ? { parties: [values['holder']] }
      : {}),
  } as unknown as Values;
}

export function FileCaseFrom(props: {
  readonly kind: Kind;
  readonly row: RecordOnWire;
  readonly title: string;
}) {
  const { kind, row, title } = props;
  const text = useText();
  const { actor, county } = useSession();
  const tell = useTellProblem();
  const navigate = useNavigate();
  const { act } = useAct();
  const [open, setOpen] = useState(false);
  const offers = mayWrite(actor, CASE) && mayWrite(actor, kind, row.values as Values) && mayBeFiled(row);
  const filed = useCall(
    'records',
    {
      params: { county, kind: 'case' },
      query: { where: JSON.stringify({ inspection: [row.id] }), limit: 1 },
    },
    { enabled: offers && kind.name === 'inspection' },
  );
  if (!offers || (kind.name === 'inspection' && filed.data?.total !== 0)) return null;
  learnNames({ [row.id]: `${row.no} ${title}` });
  // An inspection is named by its case; a seizure names the case itself. The case is where the work goes on.
  const link = async (made: RecordOnWire) => {
    const { id, version } = row;
    const change = { values: { case: made.id }, reason: text('case.filedFrom', { no: made.no }) };
    try {
      if (kind.name === 'seizure') await act('record.correct', { kind: kind.name, id, version, ...change });
      void navigate(recordPath('case', made.id));
    } catch (error) {
      tell(error);
    }
  };
  return (
    <>
      <Button icon={<AuditOutlined />} onClick={() => setOpen(true)}>
        {text('case.fileFrom')}
      </Button>
      <Drawer
        open={open}
        onClose={() => setOpen(false)}
        size={760}
        title={text('case.fileFrom')}
        mask={{ closable: false }}
        destroyOnHidden
        styles={{ body: { paddingBottom: 0 } }}
      >
        {open && (
          <NewCase
            slot={`${kind.name}.${row.id}`}
            values={caseFrom(kind, row, title)}
            saved={(made) => void link(made)}
            close={() => setOpen(false)}
          />
        )}
      </Drawer>
    </>
  );
}

/** As many as a county files in a year or two; the newest first. */
const RECENT = 200;

/** The form of a case that grows out of another record; one is filed, not several. */
export function NewCase(props: {
  readonly slot: string;
  readonly values: Values;
  readonly saved: (made: RecordOnWire) => void;
  readonly close: () => void;
}) {
  const { slot, values, saved, close } = props;
  const county = useCounty();
  const recent = useCall('records', {
    params: { county, kind: 'case' },
    query: { limit: RECENT, desc: true },
  });
  if (recent.isPending) return <Skeleton active paragraph={{ rows: 8 }} />;
  const rows = recent.data?.rows ?? [];
  const begun = { caseNo: nextCaseNo(rows, today().slice(0, 4)), track: usualTrack(rows, values['agency']) };
  return (
    <NewRecord
      kind={CASE}
      from={{ slot, values: { ...begun, ...values } }}
      once
      saved={saved}
      close={close}
    />
  );
}
