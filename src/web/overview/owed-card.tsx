// What must have a result, by when, and who owes it? Alarms first, then by deadline.
import { Drawer } from 'antd';
import { useState } from 'react';
import { useSay, useText } from '../../client/i18n.ts';
import { RecordLink } from '../../client/ui/record-link.tsx';
import { useNarrow } from '../../client/ui/use-narrow.ts';
import type { Owed } from './morning.ts';
import { useShortName } from './short-name.ts';

const GUARDS = 2;
const SHOWN = 12;
/** Nearer than this many days is marked. */
const SOON_DAYS = 7;

export function OwedCard(props: { readonly owed: readonly Owed[] }) {
  const { owed } = props;
  const text = useText();
  const narrow = useNarrow();
  const [open, setOpen] = useState(false);
  const alarms = owed.filter((item) => item.alarm);
  const guards = alarms.slice(0, GUARDS);
  const rest = owed.filter((item) => !guards.includes(item));
  return (
    <section className="card">
      <h3 className="card-head">
        {text('owed.title')}
        {owed.length > 0 && (
          <button type="button" className="as-link" onClick={() => setOpen(true)}>
            {text('owed.all', { n: owed.length })}
          </button>
        )}
      </h3>
      {owed.length === 0 && <p className="quiet">{text('owed.none')}</p>}
      {guards.map((item) => (
        <Guard key={item.id} item={item} />
      ))}
      {rest.length > 0 && <OwedTable rows={rest.slice(0, SHOWN)} />}
      <Drawer
        open={open}
        onClose={() => setOpen(false)}
        size={narrow ? '100%' : 720}
        title={`${text('owed.title')} · ${owed.length}`}
      >
        <OwedTable rows={owed} />
      </Drawer>
    </section>
  );
}

export function Guard(props: { readonly item: Owed }) {
  const { item } = props;
  const text = useText();
  const say = useSay();
  const short = useShortName();
  return (
    <div className="guard">
      <b>
        {say(item.label)} · {text('owed.lateDays', { n: -item.days })}
      </b>
      <span>
        <RecordLink kind={item.kind} id={item.id}>
          {item.no}
        </RecordLink>{' '}
        {item.name}
        {item.who && ` — ${text('owed.by', { who: short(item.who) })}`}
      </span>
    </div>
  );
}

function OwedTable(props: { readonly rows: readonly Owed[] }) {
  const text = useText();
  const say = useSay();
  const short = useShortName();
  return (
    <table className="plain owed">
      <thead>
        <tr>
          <th>{text('owed.item')}</th>
          <th>{text('owed.who')}</th>
          <th className="n">{text('owed.due')}</th>
        </tr>
      </thead>
      <tbody>
        {props.rows.map((item) => (
          <tr key={`${item.what}${item.id}`}>
            <td>
              <span className="owed-what">{say(item.label)}</span>{' '}
              <RecordLink kind={item.kind} id={item.id}>
                {item.no}
              </RecordLink>{' '}
              <span className="owed-name">{item.name}</span>
            </td>
            <td className="owed-who">{short(item.who)}</td>
            <td className="n">
              <DueTag days={item.days} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function DueTag(props: { readonly days: number }) {
  const text = useText();
  const { days } = props;
  if (days < 0) return <span className="mark late">{text('owed.late', { n: -days })}</span>;
  const tone = days <= SOON_DAYS ? 'soon' : 'calm';
  return (
    <span className={`mark ${tone}`}>{days === 0 ? text('owed.today') : text('owed.left', { n: days })}</span>
  );
}
