// What belongs to one campaign: basis, plan, people, duties, targets, teams, watches, figures?
import { Spin } from 'antd';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { formatDayText, type NameBook } from '../../client/format.ts';
import { useLanguage, useSay, useText } from '../../client/i18n.ts';
import { useCall } from '../../client/query.ts';
import { useSession } from '../../client/session.tsx';
import { FieldText } from '../../client/ui/field-text.tsx';
import { ProblemNotice } from '../../client/ui/problem-notice.tsx';
import { RecordLink } from '../../client/ui/record-link.tsx';
import type { RecordOnWire } from '../../contract/api.ts';
import { has, mayRead, mayWrite } from '../../domain/access/access.ts';
import { campaign as campaignKind, groupMember } from '../../domain/campaign/campaign.ts';
import type { Values } from '../../domain/kernel/record.ts';
import { getKind } from '../../domain/kind.ts';
import { FigureDrawer, type OpenFigure } from '../figure/figure-drawer.tsx';
import { scopeSearch } from '../figure/scope.ts';
import { Headlines } from '../overview/headlines.tsx';
import { LinkButton } from '../overview/link-button.tsx';
import { useMorning } from '../overview/morning.ts';
import { useShortName } from '../overview/short-name.ts';
import { CampaignState } from './campaign-state.tsx';
import { TargetTable } from './target-table.tsx';

const PART = 200;

/** Records of `kind` that belong to the campaign. */
export function useParts(kind: string, campaign: string) {
  const { county } = useSession();
  return useCall('records', { params: { county, kind }, query: { campaign, limit: PART } });
}

export function CampaignDetail(props: { readonly row: RecordOnWire; readonly names: NameBook }) {
  const { row, names } = props;
  const text = useText();
  const { actor } = useSession();
  const [opened, setOpened] = useState<OpenFigure | null>(null);
  const { morning, error, retry } = useMorning(row.id);
  const { from, until, name } = row.values as { from: string; until: string; name: string };
  const scope = morning?.scope ?? { from, until };
  const open = (id: string) => setOpened({ id, scope });
  return (
    <div className="campaign-detail">
      <div className="campaign-head">
        <div className="grow">
          <h3>
            <RecordLink kind="campaign" id={row.id}>
              {name}
            </RecordLink>
          </h3>
          <CampaignState from={from} until={until} />
        </div>
        <LinkButton to={`/figure?${scopeSearch(scope)}`} className="no-print">
          {text('campaign.allFigures')}
        </LinkButton>
        {has(actor, 'report.write') && (
          <LinkButton to={`/report?new=1&campaign=${row.id}`} className="no-print" type="primary">
            {text('campaign.write')}
          </LinkButton>
        )}
      </div>
      {error ? <ProblemNotice error={error} retry={retry} /> : null}
      {morning ? <Headlines morning={morning} open={open} /> : <Spin />}
      <Basis row={row} names={names} />
      <Part kind="target" campaign={row.id} title={text('campaign.targets')}>
        {(rows) => <TargetTable rows={rows} scope={scope} open={open} />}
      </Part>
      <div className="campaign-two">
        <Part kind="duty" campaign={row.id} title={text('campaign.duties')}>
          {(rows, book) => <Duties rows={rows} names={book} />}
        </Part>
        <Part kind="groupMember" campaign={row.id} title={text('campaign.people')}>
          {(rows, book) => <Groups rows={rows} names={book} />}
        </Part>
        <Part kind="team" campaign={row.id} title={text('campaign.teams')}>
          {(rows, book) => <Teams rows={rows} names={book} />}
        </Part>
        <Part kind="watch" campaign={row.id} title={text('campaign.watches')}>
          {(rows, book) => <Watches rows={rows} names={book} />}
        </Part>
        <Part kind="problem" campaign={row.id} title={text('campaign.problems')}>
          {(rows) => <Problems rows={rows} />}
        </Part>
      </div>
      <FigureDrawer open={opened} close={() => setOpened(null)} />
    </div>
  );
}

const BASIS = ['plan', 'basis', 'deployedBy', 'agency', 'jointAgencies', 'responsible', 'goal'] as const;

function Basis(props: { readonly row: RecordOnWire; readonly names: NameBook }) {
  const { row, names } = props;
  const text = useText();
  const say = useSay();
  const values = row.values as Values;
  return (
    <section className="card">
      <h3>{text('campaign.basis')}</h3>
      <dl className="facts">
        {BASIS.filter((key) => values[key] !== undefined && values[key] !== null).map((key) => (
          <div key={key}>
            <dt>{say(campaignKind.fields[key].label)}</dt>
            <dd>
              <FieldText field={campaignKind.fields[key]} value={values[key]} names={names} links />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** One kind of record of the campaign, with the door to its register; empty it says so. */
function Part(props: {
  readonly kind: string;
  readonly campaign: string;
  readonly title: string;
  readonly children: (rows: readonly RecordOnWire[], names: NameBook) => ReactNode;
}) {
  const { kind, campaign, title, children } = props;
  const text = useText();
  const say = useSay();
  const { actor } = useSession();
  const query = useParts(kind, campaign);
  if (!mayRead(actor, getKind(kind))) return null;
  const rows = query.data?.rows ?? [];
  return (
    <section className="card">
      <h3 className="card-head">
        <span>
          {title} <span className="quiet">{rows.length > 0 ? rows.length : ''}</span>
        </span>
        {mayWrite(actor, getKind(kind)) && (
          <Link
            to={`/record/${kind}?new=1`}
            className="no-print"
            aria-label={text('campaign.addTitle', { kind: say(getKind(kind).label) })}
          >
            {text('campaign.add')}
          </Link>
        )}
      </h3>
      {query.error ? <ProblemNotice error={query.error} /> : null}
      {query.isPending && <Spin size="small" />}
      {query.data && rows.length === 0 && <p className="quiet">{text('campaign.empty')}</p>}
      {rows.length > 0 && children(rows, query.data?.names ?? {})}
    </section>
  );
}

interface RowsProps {
  readonly rows: readonly RecordOnWire[];
  readonly names: NameBook;
}

function Duties({ rows, names }: RowsProps) {
  const text = useText();
  const short = useShortName();
  const language = useLanguage();
  return (
    <table className="plain">
      <tbody>
        {rows.map((row) => {
          const { agency, content, due, doneOn } = row.values as Record<string, string | undefined>;
          return (
            <tr key={row.id}>
              <td className="duty-agency">{short(names[agency ?? ''] ?? '')}</td>
              <td>
                <RecordLink kind="duty" id={row.id}>
                  {content}
                </RecordLink>
              </td>
              <td className="n">
                {doneOn ? (
                  <span className="mark good">
                    {text('campaign.doneOn', { day: formatDayText(doneOn, language) })}
                  </span>
                ) : (
                  due && (
                    <span className="quiet">
                      {text('campaign.due', { day: formatDayText(due, language) })}
                    </span>
                  )
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Groups({ rows, names }: RowsProps) {
  const say = useSay();
  const short = useShortName();
  const { group, position } = groupMember.fields;
  return (
    <dl className="facts">
      {group.codes.map(({ code, label }) => {
        const members = rows.filter((row) => row.values['group'] === code);
        if (members.length === 0) return null;
        return (
          <div key={code}>
            <dt>{say(label)}</dt>
            <dd>
              {members.map((row) => {
                const { person, agency } = row.values as Record<string, string | undefined>;
                const place = position.codes.find((item) => item.code === row.values['position']);
                return (
                  <span key={row.id} className="member">
                    <RecordLink kind="groupMember" id={row.id}>
                      {names[person ?? ''] ?? '※'}
                    </RecordLink>{' '}
                    <span className="quiet">
                      {[place ? say(place.label) : '', short(names[agency ?? ''] ?? '')]
                        .filter(Boolean)
                        .join(' · ')}
                    </span>
                  </span>
                );
              })}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

function Teams({ rows, names }: RowsProps) {
  const short = useShortName();
  const between = useLanguage() === 'zh' ? '、' : ', ';
  const named = (ids: unknown) =>
    Array.isArray(ids) ? ids.map((id) => short(names[String(id)] ?? '')).join(between) : '';
  return (
    <table className="plain">
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td className="duty-agency">
              <RecordLink kind="team" id={row.id}>
                {String(row.values['name'])}
              </RecordLink>
            </td>
            <td>
              {named(row.values['areas'])}
              <br />
              <span className="quiet">
                {[names[String(row.values['leader'])], named(row.values['agencies'])]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Watches({ rows, names }: RowsProps) {
  const text = useText();
  const short = useShortName();
  const language = useLanguage();
  return (
    <table className="plain">
      <tbody>
        {rows.map((row) => {
          const { target, from, agency, result } = row.values as Record<string, string | undefined>;
          return (
            <tr key={row.id}>
              <td>
                <RecordLink kind="watch" id={row.id}>
                  {target}
                </RecordLink>
                {result && <p className="quiet">{result}</p>}
              </td>
              <td>{short(names[agency ?? ''] ?? '')}</td>
              <td className="n quiet">
                {from && text('campaign.since', { from: formatDayText(from, language) })}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Problems({ rows }: { readonly rows: readonly RecordOnWire[] }) {
  const text = useText();
  return (
    <table className="plain">
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td className="duty-agency">
              {text(row.values['aspect'] === 'measure' ? 'report.aspect.measure' : 'report.aspect.problem')}
            </td>
            <td>
              <RecordLink kind="problem" id={row.id}>
                {String(row.values['content'])}
              </RecordLink>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
