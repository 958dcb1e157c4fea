// How does a case begin from what a visit found or seized? The case's form with what is known; saved, both are linked.
import { AuditOutlined } from '@ant-design/icons';
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { useText } from '../../client/i18n.ts';
import { useAct, useCall } from '../../client/query.ts';
import { useSession } from '../../client/session.tsx';
import { learnNames } from '../../client/ui/name-book.ts';
import { useTellProblem } from '../../client/ui/problem-notice.tsx';
import type { RecordOnWire } from '../../contract/api.ts';
import { mayWrite } from '../../domain/access/access.ts';
import type { Kind, Values } from '../../domain/kernel/record.ts';
import { getKind } from '../../domain/kind.ts';
import { NewRecord } from '../register/new-record.tsx';

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

function caseFrom(kind: Kind, row: RecordOnWire): Values {
  const { values } = row;
  const shared = SHARED.flatMap((name) =>
    values[name] && name in CASE.fields ? [[name, values[name]] as const] : [],
  );
  return {
    ...Object.fromEntries(shared),
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
  // An inspection is named by its case; a seizure names the case itself.
  const link = async (made: RecordOnWire) => {
    if (kind.name !== 'seizure') return;
    const { id, version } = row;
    const change = { values: { case: made.id }, reason: text('case.filedFrom', { no: made.no }) };
    try {
      await act('record.correct', { kind: kind.name, id, version, ...change });
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
          <NewRecord
            kind={CASE}
            from={{ slot: `${kind.name}.${row.id}`, values: caseFrom(kind, row) }}
            saved={(made) => void link(made)}
            close={() => setOpen(false)}
          />
        )}
      </Drawer>
    </>
  );
}
