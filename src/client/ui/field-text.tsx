// How does one value of a record look in a table or on its page?
import { Tag } from 'antd';
import { Fragment } from 'react';
import type { Field, Place, SpeciesValue, Values } from '../../domain/kernel/record.ts';
import { formatValue, type NameBook } from '../format.ts';
import { useLanguage, useSay, useText } from '../i18n.ts';
import { levelLabel } from '../level.ts';
import { RecordLink } from './record-link.tsx';

export function LevelTag(props: { readonly level: string }) {
  const say = useSay();
  const grave = props.level === 'national1' || props.level === 'national2';
  return (
    <Tag className="tag" color={grave ? 'error' : 'default'} variant="filled">
      {say(levelLabel(props.level))}
    </Tag>
  );
}

/** `links`: referred records open on click (not inside a row that is itself a link). */
export function FieldText(props: {
  readonly field: Field;
  readonly value: unknown;
  readonly names: NameBook;
  readonly values?: Values;
  readonly links?: boolean;
}) {
  const { field, value, names, links } = props;
  const language = useLanguage();
  const text = useText();
  if (value === null || value === undefined) return <span className="quiet">{text('common.none')}</span>;
  if (isWithheld(value)) return <span className="quiet">{text('field.withheld')}</span>;
  if (field.type === 'species') return <SpeciesText value={value as SpeciesValue} />;
  if (links && field.type === 'ref')
    return (
      <RecordLink kind={field.kind} id={String(value)}>
        {names[String(value)] ?? '…'}
      </RecordLink>
    );
  if (links && field.type === 'refs')
    return (value as string[]).map((id, index) => (
      <Fragment key={id}>
        {index > 0 && (language === 'zh' ? '、' : ', ')}
        <RecordLink kind={field.kind} id={id}>
          {names[id] ?? '…'}
        </RecordLink>
      </Fragment>
    ));
  const shown = formatValue(field, value, {
    language,
    names,
    ...(props.values ? { values: props.values } : {}),
  });
  if (links && field.type === 'place') return <PlaceText value={value as Place} shown={shown} />;
  if (field.type === 'text' && field.long) return <span className="long">{shown}</span>;
  return <span className={isNumeric(field) ? 'num' : undefined}>{shown}</span>;
}

/** The server sends ※ in place of personal data that the account may not see. */
export function isWithheld(value: unknown): boolean {
  return value === '※' || (Array.isArray(value) && value.length === 1 && value[0] === '※');
}

export function isNumeric(field: Field): boolean {
  return ['int', 'number', 'money', 'quantity'].includes(field.type);
}

function SpeciesText(props: { readonly value: SpeciesValue }) {
  const { name, level } = props.value;
  return (
    <span className="species">
      {name}
      {level && <LevelTag level={level} />}
    </span>
  );
}

function PlaceText(props: { readonly value: Place; readonly shown: string }) {
  return (
    <span className="num">
      {props.shown} <span className="quiet">WGS84</span>
    </span>
  );
}
