// Which base values of the national catalogues are known, how surely, and for which species?
import { Button, Input, Tag } from 'antd';
import { useDeferredValue, useState } from 'react';
import { formatNumber } from '../../client/format.ts';
import { useSay, useText } from '../../client/i18n.ts';
import { useCall } from '../../client/query.ts';
import { useCounty } from '../../client/session.tsx';
import { ProblemNotice } from '../../client/ui/problem-notice.tsx';
import type { ReplyOf } from '../../contract/api.ts';
import { BASE_STATUSES } from '../../domain/law/base-status.ts';

type Row = ReplyOf<'baseValues'>['rows'][number];

const AT_FIRST = 10;
const LONG = 60;

export function NationalBase() {
  const text = useText();
  const county = useCounty();
  const query = useCall('baseValues', { params: { county } });
  const [typed, setTyped] = useState('');
  const [all, setAll] = useState(false);
  const wanted = useDeferredValue(typed.trim());
  const rows = query.data?.rows ?? [];
  const found = wanted === '' ? rows : rows.filter((row) => has(row, wanted));
  const shown = all || wanted !== '' ? found : found.slice(0, AT_FIRST);
  return (
    <>
      <h4 className="base-part">{text('base.national')}</h4>
      <p className="sub">{text('base.nationalHint')}</p>
      <div className="row-line">
        <Input.Search
          allowClear
          aria-label={text('base.search')}
          placeholder={text('base.search')}
          style={{ maxWidth: 280 }}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <span className="quiet" role="status">
          {text('base.found', { n: found.length })}
        </span>
      </div>
      <ProblemNotice error={query.error} />
      <div className="scroll-x">
        <table className="setting-table stack-table base-table">
          <thead>
            <tr>
              <th>{text('base.row')}</th>
              <th>{text('base.amount')}</th>
              <th>{text('base.status')}</th>
              <th>{text('base.covers')}</th>
              <th>{text('base.source')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <NationalRow key={row.id} row={row} />
            ))}
          </tbody>
        </table>
      </div>
      {shown.length < found.length && (
        <Button type="link" onClick={() => setAll(true)}>
          {text('base.more', { n: found.length })}
        </Button>
      )}
    </>
  );
}

function NationalRow({ row }: { readonly row: Row }) {
  const text = useText();
  const say = useSay();
  const status = BASE_STATUSES.find((known) => known.code === row.status);
  return (
    <tr>
      <td data-label={text('base.row')}>{row.taxon}</td>
      <td data-label={text('base.amount')} className="base-amount">
        {formatNumber(row.fen / 100)} / {row.unit}
        {row.whole && <Tag className="tag">{text('base.whole')}</Tag>}
      </td>
      <td data-label={text('base.status')}>
        <Tag color={row.status === 'fromMemory' ? 'orange' : 'gold'}>{status && say(status.label)}</Tag>
      </td>
      <td data-label={text('base.covers')}>
        <Names names={row.covers === '' ? text('base.coversNone') : row.covers} />
        {row.withheld !== '' && (
          <div className="quiet">
            <Names names={text('base.withheld', { names: row.withheld })} />
          </div>
        )}
      </td>
      <td data-label={text('base.source')} className="quiet">
        {row.source}
        {row.note !== '' && <div>{row.note}</div>}
      </td>
    </tr>
  );
}

/** A long list opens on demand: snakes and frogs are some 250 names. */
function Names({ names }: { readonly names: string }) {
  if (names.length <= LONG) return names;
  return (
    <details>
      <summary>{names.slice(0, LONG)}…</summary>
      {names}
    </details>
  );
}

function has(row: Row, wanted: string): boolean {
  return [row.id, row.taxon, row.covers, row.withheld, row.source, row.note].some((part) =>
    part.includes(wanted),
  );
}
