// Which labels go onto the items, on which paper?
import { PrinterOutlined } from '@ant-design/icons';
import { Button, InputNumber, Segmented, Skeleton } from 'antd';
import { useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { ProblemError } from '../../client/api.ts';
import { formatDayText, formatQuantity } from '../../client/format.ts';
import { useLanguage, useText } from '../../client/i18n.ts';
import { useCall } from '../../client/query.ts';
import { useSession } from '../../client/session.tsx';
import { EmptyState } from '../../client/ui/empty-state.tsx';
import { ProblemNotice } from '../../client/ui/problem-notice.tsx';
import type { ReplyOf } from '../../contract/api.ts';
import { COUNT_UNITS } from '../../domain/seizure/seizure.ts';
import { NotFound } from '../shell/not-found.tsx';
import { Qr } from '../tip/qr.tsx';
import './label.css';

type Label = ReplyOf<'labels'>['labels'][number];
const PER_PAGE = 24;

export function LabelPage() {
  const text = useText();
  const { county } = useSession();
  const [search] = useSearchParams();
  const ids = search.get('ids') ?? '';
  const [paper, setPaper] = useState<'sheet' | 'roll'>('sheet');
  const [start, setStart] = useState(1);
  const query = useCall('labels', { params: { county }, query: { ids } }, { enabled: ids !== '' });
  const labels = query.data?.labels ?? [];
  if (ids === '') return <EmptyState title={text('label.none')} hint={text('label.noneHint')} />;
  return (
    <div className="label-page">
      <div className="label-tools no-print">
        <h2>{text('label.title')}</h2>
        <Segmented
          value={paper}
          onChange={setPaper}
          options={[
            { value: 'sheet' as const, label: text('label.sheet') },
            { value: 'roll' as const, label: text('label.roll') },
          ]}
        />
        {paper === 'sheet' && (
          <label className="label-start" htmlFor="label-start">
            {text('label.start')}
            <InputNumber
              id="label-start"
              min={1}
              max={PER_PAGE}
              value={start}
              onChange={(n) => setStart(n ?? 1)}
            />
          </label>
        )}
        <Button type="primary" icon={<PrinterOutlined />} onClick={() => window.print()}>
          {text('label.print')}
        </Button>
      </div>
      <ProblemNotice error={query.error} retry={() => void query.refetch()} />
      {query.isLoading && <Skeleton active />}
      {labels.length > 0 &&
        (paper === 'sheet' ? <Sheets labels={labels} start={start} /> : <Roll labels={labels} />)}
    </div>
  );
}

/** Sheets already begun have free places from `start` on. */
function Sheets(props: { readonly labels: readonly Label[]; readonly start: number }) {
  const { labels, start } = props;
  const places: (Label | null)[] = [...Array.from({ length: start - 1 }, () => null), ...labels];
  const pages = Math.ceil(places.length / PER_PAGE);
  return (
    <>
      <style>{'@page { size: A4; margin: 0 }'}</style>
      {Array.from({ length: pages }, (_, page) => (
        <div key={page} className="label-sheet">
          {places.slice(page * PER_PAGE, (page + 1) * PER_PAGE).map((label, index) => (
            <div key={index} className="label-place">
              {label && <LabelCard label={label} />}
            </div>
          ))}
        </div>
      ))}
    </>
  );
}

function Roll(props: { readonly labels: readonly Label[] }) {
  return (
    <>
      <style>{'@page { size: 62mm 40mm; margin: 0 }'}</style>
      {props.labels.map((label) => (
        <div key={label.id} className="label-roll">
          <LabelCard label={label} />
        </div>
      ))}
    </>
  );
}

function LabelCard(props: { readonly label: Label }) {
  const { label } = props;
  const { county } = useSession();
  const text = useText();
  const language = useLanguage();
  const unit = COUNT_UNITS.find((each) => each.code === label.unit)?.label[0] ?? '';
  const address = `${location.origin}/q/${county}/${label.no}/${label.check}`;
  return (
    <article className="label-card">
      <Qr text={address} label={label.no} size={92} />
      <div>
        <b>{label.no}</b>
        <span className="label-item">{label.item}</span>
        <span>
          {label.form} · {formatQuantity(label.quantity, unit, language)}
        </span>
        <span>{formatDayText(label.day, language)}</span>
        <span className="label-case">{label.caseNo || text('label.noCase')}</span>
        <span className="label-small">
          {label.agency} · {text('label.check', { check: label.check })}
        </span>
      </div>
    </article>
  );
}

/** Where the QR code of a label leads: to its record, when number and check belong together. */
export function LabelFind() {
  const { county = '', no = '', check = '' } = useParams();
  const text = useText();
  const navigate = useNavigate();
  const session = useSession();
  const query = useCall('labelFind', { params: { county, no, check } });
  if (!/^\d{6}$/.test(county)) return <NotFound />;
  if (query.error instanceof ProblemError && query.error.find('record.missing'))
    return (
      <EmptyState
        title={text('label.unknown', { no, check })}
        hint={text('label.unknownHint')}
        action={
          <Button onClick={() => void navigate(`/custody?q=${encodeURIComponent(no)}`)}>
            {text('label.search', { no })}
          </Button>
        }
      />
    );
  if (query.error) return <ProblemNotice error={query.error} retry={() => void query.refetch()} />;
  if (query.data) {
    const { kind, id } = query.data;
    queueMicrotask(() => {
      if (session.county !== county) session.setCounty(county);
      navigate(`/record/${kind}/${id}`, { replace: true });
    });
  }
  return <p className="quiet">{text('label.finding')}</p>;
}
