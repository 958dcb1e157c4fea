// What was seized in this case, what is it worth, and who has it now?
import { PlusOutlined } from '@ant-design/icons';
import { Button, Drawer, Skeleton } from 'antd';
import { useState } from 'react';
import { formatMoney, formatQuantity } from '../../client/format.ts';
import { useLanguage, useSay, useText } from '../../client/i18n.ts';
import { useCall } from '../../client/query.ts';
import { useSession } from '../../client/session.tsx';
import { learnNames } from '../../client/ui/name-book.ts';
import { ProblemNotice } from '../../client/ui/problem-notice.tsx';
import { RecordLink } from '../../client/ui/record-link.tsx';
import type { RecordOnWire, ReplyOf } from '../../contract/api.ts';
import { mayWrite } from '../../domain/access/access.ts';
import type { Quantity } from '../../domain/kernel/quantity.ts';
import type { Values } from '../../domain/kernel/record.ts';
import { titleOf } from '../../domain/kernel/title.ts';
import { getKind } from '../../domain/kind.ts';
import type { Custody } from '../../domain/seizure/custody.ts';
import { seizureProcedure } from '../../domain/seizure/procedure.ts';
import { COUNT_UNITS } from '../../domain/seizure/seizure.ts';
import { NewRecord } from '../register/new-record.tsx';
import { AlarmMark } from './case-list.tsx';

const SEIZURE = getKind('seizure');
/** What a seizure of a case has from the case. */
const SHARED = ['campaign', 'agency', 'area', 'place', 'inspection'];

type WorkRow = ReplyOf<'work'>['rows'][number];

export function CaseSeizures(props: { readonly row: RecordOnWire }) {
  const { row } = props;
  const text = useText();
  const language = useLanguage();
  const { county } = useSession();
  const where = JSON.stringify({ case: [row.id] });
  const query = useCall('work', { params: { county, kind: 'seizure' }, query: { where, limit: 100 } });
  if (query.error) return <ProblemNotice error={query.error} retry={() => void query.refetch()} />;
  if (!query.data) return <Skeleton active paragraph={{ rows: 3 }} />;
  learnNames(query.data.names);
  const rows = query.data.rows;
  const values = rows.map((each) => each.row.values['value']).filter((value) => typeof value === 'number');
  const sum = values.reduce((total, value) => total + value, 0);
  return (
    <section className="case-part">
      <div className="case-part-head">
        <span className="quiet">
          {rows.length > 0 &&
            text('case.seized', { n: rows.length, valued: values.length, sum: formatMoney(sum, language) })}
        </span>
        <AddSeizure row={row} />
      </div>
      {rows.length === 0 && <p className="quiet">{text('case.noSeizure')}</p>}
      <ul className="case-lines">
        {rows.map((each) => (
          <SeizureLine key={each.row.id} each={each} />
        ))}
      </ul>
    </section>
  );
}

function SeizureLine(props: { readonly each: WorkRow }) {
  const { row, status, facts, alarms } = props.each;
  const text = useText();
  const say = useSay();
  const language = useLanguage();
  const values = row.values as Values;
  const unit = COUNT_UNITS.find(({ code }) => code === values.unit)?.label[0] ?? '';
  const state = seizureProcedure.statuses.find(({ code }) => code === status);
  const { holdings } = facts as Custody;
  const where = [...new Set(holdings.flatMap(({ name, place }) => [name, place]).filter(Boolean))].join(' ');
  const { quantity, value } = values as { quantity?: Quantity; value?: number };
  return (
    <li>
      <RecordLink kind="seizure" id={row.id}>
        {row.no}
      </RecordLink>
      <span>
        {titleOf(SEIZURE, values, new Map(), language)} {quantity && formatQuantity(quantity, unit, language)}
      </span>
      <span className="mark calm">{state && say(state.label)}</span>
      {status === 'held' && where && <span className="quiet">{where}</span>}
      <AlarmMark n={alarms} />
      <span className="num">
        {typeof value === 'number' ? (
          formatMoney(value, language)
        ) : (
          <span className="quiet">{text('case.unvalued')}</span>
        )}
      </span>
    </li>
  );
}

function AddSeizure(props: { readonly row: RecordOnWire }) {
  const { row } = props;
  const text = useText();
  const { actor } = useSession();
  const [open, setOpen] = useState(false);
  if (!mayWrite(actor, SEIZURE) || row.withdrawn) return null;
  learnNames({ [row.id]: `${row.values['caseNo']} ${row.values['name']}` });
  const shared = SHARED.flatMap((name) => (row.values[name] ? [[name, row.values[name]] as const] : []));
  const values = { ...Object.fromEntries(shared), case: row.id } as Values;
  return (
    <>
      <Button className="no-print" icon={<PlusOutlined />} onClick={() => setOpen(true)}>
        {text('case.addSeizure')}
      </Button>
      <Drawer
        open={open}
        onClose={() => setOpen(false)}
        size={760}
        title={text('case.addSeizure')}
        mask={{ closable: false }}
        destroyOnHidden
        styles={{ body: { paddingBottom: 0 } }}
      >
        {open && (
          <NewRecord kind={SEIZURE} from={{ slot: `case.${row.id}`, values }} close={() => setOpen(false)} />
        )}
      </Drawer>
    </>
  );
}
