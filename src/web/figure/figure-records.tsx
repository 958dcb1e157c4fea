// Which records are behind a figure? Newest first, page by page, each leading to its record.
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Spin } from 'antd';
import { call } from '../../client/api.ts';
import { formatDayText } from '../../client/format.ts';
import { useLanguage, useSay, useText } from '../../client/i18n.ts';
import { useCounty } from '../../client/session.tsx';
import { FieldText } from '../../client/ui/field-text.tsx';
import { ProblemNotice } from '../../client/ui/problem-notice.tsx';
import { RecordLink } from '../../client/ui/record-link.tsx';
import type { RecordOnWire, ReplyOf, Scope } from '../../contract/api.ts';
import type { Figure } from '../../domain/figure/figure.ts';
import { formatFigure } from '../../domain/figure/format.ts';
import type { Bound } from '../../domain/kernel/quantity.ts';
import type { Values } from '../../domain/kernel/record.ts';
import { titleOf } from '../../domain/kernel/title.ts';
import { getKind } from '../../domain/kind.ts';

const PAGE = 30;
type Page = ReplyOf<'figureRecords'>;

/** Pages of the records of a figure; the first holds the value and the recount too. */
export function useFigureRecords(figure: string, scope: Scope) {
  const county = useCounty();
  return useInfiniteQuery({
    queryKey: ['figureRecords', { params: { county, figure }, query: scope }],
    queryFn: ({ pageParam, signal }): Promise<Page> =>
      call(
        'figureRecords',
        {
          params: { county, figure },
          query: { ...scope, limit: PAGE, ...(pageParam ? { cursor: pageParam } : {}) },
        },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
  });
}

export function FigureRecords(props: {
  readonly figure: Figure;
  readonly query: ReturnType<typeof useFigureRecords>;
}) {
  const { figure, query } = props;
  const text = useText();
  if (query.error) return <ProblemNotice error={query.error} retry={() => void query.refetch()} />;
  if (!query.data) return <Spin className="page-spin" />;
  const pages = query.data.pages;
  const rows = pages.flatMap((page) => page.rows);
  const names = new Map(pages.flatMap((page) => Object.entries(page.names)));
  if (rows.length === 0) return <p className="quiet">{text('figure.noRecord')}</p>;
  return (
    <>
      <ul className="figure-rows">
        {rows.map((row) => (
          <RecordLine key={row.id} row={row} names={names} figure={figure} />
        ))}
      </ul>
      {query.hasNextPage && (
        <Button block loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {text('common.more')}
        </Button>
      )}
    </>
  );
}

function RecordLine(props: {
  readonly row: RecordOnWire;
  readonly names: ReadonlyMap<string, string>;
  readonly figure: Figure;
}) {
  const { row, names, figure } = props;
  const language = useLanguage();
  const say = useSay();
  const kind = getKind(row.kind);
  const values = row.values as Values;
  const day = values[kind.day];
  const summed = figure.count.by === 'sum' ? figure.count.field : null;
  const field = summed ? kind.fields[summed] : undefined;
  return (
    <li>
      <RecordLink kind={row.kind} id={row.id}>
        {row.no}
      </RecordLink>
      <span className="figure-row-name">{titleOf(kind, values, names) || say(kind.label)}</span>
      {summed && field && (
        <FieldText field={field} value={values[summed]} names={Object.fromEntries(names)} values={values} />
      )}
      <span className="quiet num">
        {typeof day === 'string' && !kind.title.includes(kind.day) ? formatDayText(day, language) : ''}
      </span>
    </li>
  );
}

/** Whether counting another way gave the same; in red when it did not. */
export function RecountMark(props: { readonly figure: Figure; readonly page: Page | undefined }) {
  const text = useText();
  const language = useLanguage();
  if (!props.page) return <span className="quiet">{text('figure.recounting')}</span>;
  const { agrees, value, bound } = props.page.recount;
  if (agrees) return <span className="recount good">{text('figure.recountAgrees')}</span>;
  return (
    <span className="recount wrong" role="alert">
      {text('figure.recountDiffers', {
        value: formatFigure({ value, bound: bound as Bound }, props.figure.unit, language),
      })}
    </span>
  );
}
