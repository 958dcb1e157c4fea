// How do records of one kind look as a list? A dense table; on a phone, cards.
import { Table, type TableProps } from 'antd';
import type { ReactNode } from 'react';
import type { RecordOnWire } from '../../contract/api.ts';
import type { Field, Kind, Values } from '../../domain/kernel/record.ts';
import { titleOf } from '../../domain/kernel/title.ts';
import type { NameBook } from '../format.ts';
import { useSay, useText } from '../i18n.ts';
import { FieldText, isNumeric } from './field-text.tsx';
import { RecordLink } from './record-link.tsx';
import { useNarrow } from './use-narrow.ts';

const SHOWN_AT_FIRST = 9;

/** What a reader looks for first: what must be filled, states, counts; then where; lists are wide and come last. */
function rankOf(field: Field): number {
  if (field.required) return 0;
  if (field.type === 'code' || field.type === 'bool') return 1;
  if (isNumeric(field)) return 2;
  return ['refs', 'codes', 'texts'].includes(field.type) ? 4 : 3;
}

/** Columns shown unless chosen otherwise: the day, what names the record, then by rank in the order of the form. */
export function defaultColumns(kind: Kind): string[] {
  const first = [kind.day, ...kind.title].filter((name) => kind.fields[name]);
  const rest = Object.entries(kind.fields)
    .filter(
      ([name, field]) => !field.minor && !first.includes(name) && !(field.type === 'text' && field.long),
    )
    .sort(([, a], [, b]) => rankOf(a) - rankOf(b))
    .map(([name]) => name);
  return [...new Set([...first, ...rest])].slice(0, SHOWN_AT_FIRST);
}

export interface SortState {
  readonly sort: string;
  readonly desc: boolean;
}

export interface RecordTableProps {
  readonly kind: Kind;
  readonly rows: readonly RecordOnWire[];
  readonly names: NameBook;
  readonly columns?: readonly string[];
  readonly sort?: SortState;
  readonly onSort?: (sort: SortState) => void;
  /** Opens a record in place; without it the number links to the record's page. */
  readonly onOpen?: (row: RecordOnWire) => void;
  readonly loading?: boolean;
  readonly empty?: ReactNode;
}

export function RecordTable(props: RecordTableProps) {
  const narrow = useNarrow();
  return narrow ? <RecordCards {...props} /> : <WideTable {...props} />;
}

function WideTable(props: RecordTableProps) {
  const { kind, rows, names, sort, onOpen } = props;
  const text = useText();
  const say = useSay();
  const shown = (props.columns ?? defaultColumns(kind)).filter((name) => kind.fields[name]);
  const order = (name: string) => (sort?.sort === name ? (sort.desc ? 'descend' : 'ascend') : null);
  const sortable = (name: string) =>
    props.onSort ? { sorter: true, sortOrder: order(name) as 'descend' | 'ascend' | null } : {};
  const columns: TableProps<RecordOnWire>['columns'] = [
    {
      key: 'no',
      title: text('register.no'),
      fixed: 'left',
      ...sortable('no'),
      render: (_, row) => <NumberCell row={row} inPlace={onOpen !== undefined} />,
    },
    ...shown.map((name) => {
      const field = kind.fields[name] as Field;
      return {
        key: name,
        title: say(field.label),
        align: isNumeric(field) ? ('right' as const) : ('left' as const),
        ...sortable(name),
        onCell: () => ({ className: 'cell' }),
        render: (_: unknown, row: RecordOnWire) => (
          <FieldText field={field} value={row.values[name]} names={names} values={row.values as Values} />
        ),
      };
    }),
  ];
  return (
    <Table<RecordOnWire>
      className="register-table"
      size="small"
      rowKey="id"
      columns={columns}
      dataSource={[...rows]}
      loading={props.loading ?? false}
      pagination={false}
      showSorterTooltip={false}
      scroll={{ x: 'max-content' }}
      locale={{ emptyText: props.empty ?? ' ' }}
      rowClassName={(row) => (row.withdrawn ? 'withdrawn' : '')}
      onRow={(row) => ({ onClick: () => onOpen?.(row) })}
      onChange={(_page, _filters, sorter) => {
        const one = Array.isArray(sorter) ? sorter[0] : sorter;
        // Ant Design's third click takes the order away; we then return to newest first.
        if (one?.columnKey)
          props.onSort?.(
            one.order
              ? { sort: String(one.columnKey), desc: one.order === 'descend' }
              : { sort: kind.day, desc: true },
          );
      }}
    />
  );
}

function NumberCell(props: { readonly row: RecordOnWire; readonly inPlace: boolean }) {
  const { row, inPlace } = props;
  const text = useText();
  return (
    // The row opens the drawer; the number itself is a real link, for a new tab and for the keyboard.
    <span
      className="num"
      onClick={(event) => {
        if (!inPlace || event.ctrlKey || event.metaKey) event.stopPropagation();
        else event.preventDefault();
      }}
      onKeyDown={() => undefined}
      role="none"
    >
      <RecordLink kind={row.kind} id={row.id}>
        {row.no}
      </RecordLink>
      {row.withdrawn && <span className="quiet"> {text('register.withdrawnMark')}</span>}
    </span>
  );
}

function RecordCards(props: RecordTableProps) {
  const { kind, rows, names, onOpen } = props;
  const say = useSay();
  if (rows.length === 0) return <>{props.loading ? null : props.empty}</>;
  const book = new Map(Object.entries(names));
  const shown = (props.columns ?? defaultColumns(kind))
    .filter((name) => !kind.title.includes(name))
    .slice(0, 4);
  return (
    <ul className="cards">
      {rows.map((row) => (
        <li key={row.id} className={row.withdrawn ? 'withdrawn' : ''}>
          <button type="button" onClick={() => onOpen?.(row)}>
            <strong>{titleOf(kind, row.values as Values, book) || row.no}</strong>
            <span className="quiet num">{row.no}</span>
            <dl>
              {shown
                .filter((name) => row.values[name] !== undefined && row.values[name] !== null)
                .map((name) => {
                  const field = kind.fields[name] as Field;
                  return (
                    <div key={name}>
                      <dt>{say(field.label)}</dt>
                      <dd>
                        <FieldText
                          field={field}
                          value={row.values[name]}
                          names={names}
                          values={row.values as Values}
                        />
                      </dd>
                    </div>
                  );
                })}
            </dl>
          </button>
        </li>
      ))}
    </ul>
  );
}
