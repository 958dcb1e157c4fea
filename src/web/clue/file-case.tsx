// How does a case begin from a clue? The case's form with what the clue knows; saved, both are linked.
import { AuditOutlined } from '@ant-design/icons';
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { today } from '../../client/format.ts';
import { useText } from '../../client/i18n.ts';
import { useAct, useCall } from '../../client/query.ts';
import { useSession } from '../../client/session.tsx';
import { learnNames } from '../../client/ui/name-book.ts';
import { useTellProblem } from '../../client/ui/problem-notice.tsx';
import type { RecordOnWire } from '../../contract/api.ts';
import { mayWrite } from '../../domain/access/access.ts';
import { clue } from '../../domain/clue/clue.ts';
import type { Values } from '../../domain/kernel/record.ts';
import { getKind } from '../../domain/kind.ts';
import { NewCase } from '../case/file-case.tsx';

const CASE = getKind('case');
/** Fields both kinds have, with one meaning. */
const SHARED = ['venue', 'area', 'place', 'campaign', 'agency'].filter(
  (name) => name in CASE.fields && name in clue.fields,
);

function caseFrom(id: string, values: Values): Values {
  const shared = SHARED.flatMap((name) => (values[name] ? [[name, values[name]] as const] : []));
  return {
    ...Object.fromEntries(shared),
    clue: id,
    discoveredOn: values.day ?? null,
    filedOn: today(),
    ...(values.violation ? { violations: [String(values.violation)] } : {}),
  };
}

export function FileCase(props: { readonly id: string; readonly seq: number }) {
  const { id, seq } = props;
  const text = useText();
  const { actor, county } = useSession();
  const tell = useTellProblem();
  const { act } = useAct();
  const [open, setOpen] = useState(false);
  const record = useCall('record', { params: { county, kind: 'clue', id } });
  if (!mayWrite(actor, CASE) || !record.data) return null;
  const { row } = record.data;
  learnNames({ [id]: `${row.no} ${String(row.values['content']).slice(0, 40)}` });
  const link = async (made: RecordOnWire) => {
    const values = { direction: 'caused', case: made.id };
    try {
      await act('step.take', { kind: 'clue', id, seq, step: 'link', values });
    } catch (error) {
      tell(error);
    }
  };
  return (
    <>
      <Button className="no-print" icon={<AuditOutlined />} onClick={() => setOpen(true)}>
        {text('clue.fileCase')}
      </Button>
      <Drawer
        open={open}
        onClose={() => setOpen(false)}
        size={760}
        title={text('clue.fileCase')}
        mask={{ closable: false }}
        destroyOnHidden
        styles={{ body: { paddingBottom: 0 } }}
      >
        {open && (
          <NewCase
            slot={`clue.${id}`}
            values={caseFrom(id, row.values as Values)}
            saved={(made) => void link(made)}
            close={() => setOpen(false)}
          />
        )}
      </Drawer>
    </>
  );
}
