// Where is the reward money of a year? The balance, every move, and the ways to enter a grant, print and export.
import { DownloadOutlined, PlusOutlined, PrinterOutlined } from '@ant-design/icons';
import { Alert, Button, Select, Skeleton } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { urlOf } from '../../client/api.ts';
import { formatDayText } from '../../client/format.ts';
import { useLanguage, useSay, useText } from '../../client/i18n.ts';
import { useCall } from '../../client/query.ts';
import { useSession } from '../../client/session.tsx';
import { EmptyState } from '../../client/ui/empty-state.tsx';
import { ProblemNotice } from '../../client/ui/problem-notice.tsx';
import { RecordLink } from '../../client/ui/record-link.tsx';
import type { ReplyOf } from '../../contract/api.ts';
import { has, mayRead } from '../../domain/access/access.ts';
import { formatFen } from '../../domain/kernel/money.ts';
import { REWARD_ACCOUNTS, REWARD_MATTERS } from '../../domain/reward/ledger.ts';
import { reward } from '../../domain/reward/reward.ts';
import { type Fund, FundDrawer } from './fund-drawer.tsx';
import '../clue/clue.css';
import './reward.css';

type Book = ReplyOf<'rewardBook'>;

export function BookPage() {
  const text = useText();
  const { actor, county } = useSession();
  const [search, setSearch] = useSearchParams();
  const [fund, setFund] = useState<Fund | null>(null);
  const asked = Number(search.get('year')) || undefined;
  const query = useCall(
    'rewardBook',
    { params: { county }, ...(asked ? { query: { year: asked } } : {}) },
    { keep: true },
  );
  if (!mayRead(actor, reward)) return <EmptyState title={text('problem.noRight')} />;
  if (query.error) return <ProblemNotice error={query.error} retry={() => void query.refetch()} />;
  if (!query.data) return <Skeleton active />;
  const book = query.data;
  return (
    <div className="reward-book">
      <div className="page-head">
        <h2>{text('reward.bookTitle', { year: book.year })}</h2>
        <span className="grow" />
        <span className="row-line no-print">
          <Select
            aria-label={text('reward.day')}
            value={book.year}
            options={book.years.map((year) => ({ value: year, label: String(year) }))}
            onChange={(year) => setSearch({ year: String(year) })}
          />
          <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
            {text('reward.print')}
          </Button>
          {has(actor, 'export') && (
            <Button
              icon={<DownloadOutlined />}
              href={urlOf('rewardBookFile', { params: { county }, query: { year: book.year } })}
              download
            >
              {text('reward.export')}
            </Button>
          )}
          {has(actor, 'reward.pay') && (
            <>
              <Button onClick={() => setFund({ matter: 'giveBack' })}>{text('reward.giveBack')}</Button>
              <Button type="primary" icon={<PlusOutlined />} onClick={() => setFund({ matter: 'grant' })}>
                {text('reward.grant')}
              </Button>
            </>
          )}
        </span>
      </div>
      <Soundness book={book} />
      <Balance book={book} />
      <Moves book={book} take={setFund} />
      {fund && <FundDrawer fund={fund} close={() => setFund(null)} />}
    </div>
  );
}

function Soundness({ book }: { readonly book: Book }) {
  const text = useText();
  if (book.faults.length > 0)
    return (
      <Alert
        type="error"
        showIcon
        title={text('reward.faulty')}
        description={
          <ul>
            {book.faults.map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
        }
      />
    );
  return (
    <p className="quiet">
      {text('reward.balanced')}
      {book.withinBudget && ` · ${text('reward.withinBudget')}`}
      {book.available < 0 && <span className="field-wrong"> · {text('reward.overdrawn')}</span>}
    </p>
  );
}

const COLUMNS = ['opening', 'inflow', 'outflow', 'closing'] as const;

function Balance({ book }: { readonly book: Book }) {
  const text = useText();
  const say = useSay();
  return (
    <div className="scroll-x">
      <table className="inbox-table reward-sheet">
        <thead>
          <tr>
            <th>{text('reward.account')}</th>
            {COLUMNS.map((name) => (
              <th key={name} className="money">
                {text(`reward.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {book.sheet.map((row) => (
            <tr key={row.account}>
              <td>{labelOf(REWARD_ACCOUNTS, row.account, say)}</td>
              {COLUMNS.map((name) => (
                <td key={name} className="num money">
                  {formatFen(row[name])}
                </td>
              ))}
            </tr>
          ))}
          <tr className="sum">
            <td>{text('reward.sum')}</td>
            {COLUMNS.map((name) => (
              <td key={name} className="num money">
                {formatFen(book.sheet.reduce((sum, row) => sum + row[name], 0))}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </div>
  );
}

type Say = ReturnType<typeof useSay>;
function labelOf(
  table: readonly { readonly code: string; readonly label: readonly [string, string] }[],
  code: string,
  say: Say,
): string {
  const row = table.find((each) => each.code === code);
  return row ? say(row.label) : code;
}

function Moves(props: { readonly book: Book; readonly take: (fund: Fund) => void }) {
  const { book, take } = props;
  const text = useText();
  const say = useSay();
  const language = useLanguage();
  const { actor } = useSession();
  if (book.moves.length === 0) return <EmptyState title={text('reward.noMoves')} />;
  const account = (code: string) => labelOf(REWARD_ACCOUNTS, code, say);
  const own = (matter: string) => matter === 'grant' || matter === 'giveBack';
  return (
    <>
      <h3 className="reward-moves">{text('reward.moves')}</h3>
      <div className="scroll-x">
        <table className="inbox-table reward-sheet">
          <thead>
            <tr>
              <th>{text('reward.day')}</th>
              <th>{text('reward.matter')}</th>
              <th>{text('reward.fromTo')}</th>
              <th className="money">{text('reward.amount')}</th>
              <th>{text('reward.document')}</th>
              <th>{text('reward.no')}</th>
              <th>{text('reward.by')}</th>
              <th className="no-print" />
            </tr>
          </thead>
          <tbody>
            {book.moves.map((move) => (
              <tr key={move.id}>
                <td className="num">{formatDayText(move.on, language)}</td>
                <td>{labelOf(REWARD_MATTERS, move.matter, say)}</td>
                <td>
                  {account(move.from)} → {account(move.to)}
                </td>
                <td className="num money">{formatFen(move.amount)}</td>
                <td>{move.document}</td>
                <td>
                  {move.reward ? (
                    <RecordLink kind="reward" id={move.reward}>
                      {move.note}
                    </RecordLink>
                  ) : (
                    move.note
                  )}
                </td>
                <td>{move.byName}</td>
                <td className="no-print">
                  {move.voided && <span className="mark calm">{text('reward.voided')}</span>}
                  {!move.voided && own(move.matter) && has(actor, 'reward.pay') && (
                    <Button size="small" onClick={() => take({ matter: 'void', of: move.id })}>
                      {text('reward.void')}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
