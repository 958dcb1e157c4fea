// How is one value of a record typed? By the field's type; what people write (30余, 1.2万元, 8点半) is read as in a ledger.
import { DatePicker, Input, InputNumber, Radio, Select } from 'antd';
import dayjs from 'dayjs';
import { type ReactNode, useEffect, useState } from 'react';
import { formatFen } from '../../domain/kernel/money.ts';
import type { Quantity } from '../../domain/kernel/quantity.ts';
import { readMoney } from '../../domain/kernel/read-money.ts';
import { readQuantity } from '../../domain/kernel/read-quantity.ts';
import { readTime } from '../../domain/kernel/read-time.ts';
import { BOUND_LABELS, type Field, type Place, type SpeciesValue } from '../../domain/kernel/record.ts';
import { formatMoney, formatQuantity, formatUnit } from '../format.ts';
import { useLanguage, useSay, useText } from '../i18n.ts';
import { PlaceInput } from './place-input.tsx';
import { RefPicker, RefsPicker } from './ref-picker.tsx';
import { SpeciesPicker } from './species-picker.tsx';

export interface InputProps<T> {
  readonly id?: string;
  /** What the input is called where no label element points at `id`. */
  readonly label?: string;
  readonly value?: T | null;
  readonly onChange?: (value: T | null) => void;
  readonly invalid?: boolean;
  readonly autoFocus?: boolean;
}

/** `day`: the record's day, on which a species' class is looked up. `unit`: for quantities counted in a chosen unit. */
export function FieldInput(
  props: InputProps<unknown> & {
    readonly field: Field;
    readonly day?: string | undefined;
    readonly unit?: string;
  },
): ReactNode {
  const { field, day, unit, ...rest } = props;
  const status = rest.invalid ? { status: 'error' as const } : {};
  switch (field.type) {
    case 'text':
      return <TextInput {...as<string>(rest)} long={field.long ?? false} />;
    case 'texts':
      return <TextsInput {...as<string[]>(rest)} />;
    case 'code':
    case 'codes':
      return <CodeInput {...as<string | string[]>(rest)} field={field} />;
    case 'day':
      return <DayInput {...as<string>(rest)} />;
    case 'bool':
      return <BoolInput {...as<boolean>(rest)} />;
    case 'int':
    case 'number':
      return (
        <InputNumber
          id={rest.id ?? ''}
          value={(rest.value as number) ?? null}
          onChange={(next) => rest.onChange?.(next)}
          min={(field.type === 'int' && field.min) || 0}
          precision={field.type === 'int' ? 0 : 3}
          {...status}
          style={{ width: '100%' }}
        />
      );
    case 'time':
      return <ReadInput {...as<string>(rest)} read={readTime} write={(v) => v} placeholder="08:30" />;
    case 'money':
      return <MoneyInput {...as<number>(rest)} />;
    case 'quantity':
      return <QuantityInput {...as<Quantity>(rest)} unit={field.unit || (unit ?? '')} />;
    case 'ref':
      return <RefPicker {...as<string>(rest)} kind={field.kind} />;
    case 'refs':
      return <RefsPicker {...as<string[]>(rest)} kind={field.kind} />;
    case 'species':
      return <SpeciesPicker {...as<SpeciesValue>(rest)} day={day} />;
    case 'place':
      return <PlaceInput {...as<Place>(rest)} />;
  }
}

/** The form hands every field the same props; the field's type says what its value is. */
function as<T>(props: InputProps<unknown>): InputProps<T> {
  return props as unknown as InputProps<T>;
}

function TextInput(props: InputProps<string> & { readonly long: boolean }) {
  const common = {
    id: props.id ?? '',
    value: props.value ?? '',
    autoFocus: props.autoFocus ?? false,
    ...(props.invalid ? { status: 'error' as const } : {}),
  };
  return props.long ? (
    <Input.TextArea
      {...common}
      autoSize={{ minRows: 2, maxRows: 10 }}
      onChange={(e) => props.onChange?.(e.target.value || null)}
    />
  ) : (
    <Input {...common} onChange={(e) => props.onChange?.(e.target.value || null)} />
  );
}

function TextsInput(props: InputProps<string[]>) {
  const text = useText();
  return (
    <Select
      id={props.id ?? ''}
      mode="tags"
      open={false}
      suffixIcon={null}
      tokenSeparators={['、', '，', ',', ';', '；']}
      value={props.value ?? []}
      placeholder={text('field.textsHint')}
      onChange={(next: string[]) => props.onChange?.(next.length > 0 ? next : null)}
      style={{ width: '100%' }}
    />
  );
}

function CodeInput(
  props: InputProps<string | string[]> & { readonly field: Field & { type: 'code' | 'codes' } },
) {
  const say = useSay();
  const text = useText();
  const { field } = props;
  const options = field.codes.map((item) => ({
    value: item.code,
    label: say(item.label),
    search: [item.code, ...item.label, ...(item.aliases ?? [])].join(' ').toLowerCase(),
  }));
  const many = field.type === 'codes';
  return (
    <Select<string | string[]>
      id={props.id ?? ''}
      {...(many ? { mode: 'multiple' as const } : {})}
      allowClear
      autoFocus={props.autoFocus ?? false}
      showSearch={{
        filterOption: (typed, option) => (option as { search: string }).search.includes(typed.toLowerCase()),
      }}
      options={options}
      placeholder={text('field.choose')}
      value={(props.value ?? (many ? [] : undefined)) as string}
      onChange={(next) => props.onChange?.(next === undefined || next.length === 0 ? null : next)}
      {...(props.invalid ? { status: 'error' as const } : {})}
      style={{ width: '100%' }}
    />
  );
}

const DAY_FORMATS_ZH = [
  'YYYY年M月D日',
  'YYYY-M-D',
  'YYYY-MM-DD',
  'YYYY/M/D',
  'YYYY/MM/DD',
  'YYYY.M.D',
  'YYYYMMDD',
  'M月D日',
  'M/D',
  'M.D',
  'M-D',
];
const DAY_FORMATS_EN = [
  'D MMMM YYYY',
  'YYYY-M-D',
  'YYYY-MM-DD',
  'YYYY/M/D',
  'YYYY/MM/DD',
  'YYYY.M.D',
  'YYYYMMDD',
  'M/D',
];

function DayInput(props: InputProps<string>) {
  const language = useLanguage();
  return (
    <DatePicker
      id={props.id ?? ''}
      format={language === 'zh' ? DAY_FORMATS_ZH : DAY_FORMATS_EN}
      value={props.value ? dayjs(props.value) : null}
      autoFocus={props.autoFocus ?? false}
      onChange={(next) => props.onChange?.(next ? next.format('YYYY-MM-DD') : null)}
      {...(props.invalid ? { status: 'error' as const } : {})}
      style={{ width: '100%' }}
    />
  );
}

function BoolInput(props: InputProps<boolean>) {
  const text = useText();
  return (
    <Radio.Group
      id={props.id ?? ''}
      value={props.value ?? null}
      onChange={(event) => props.onChange?.(event.target.value as boolean)}
      options={[
        { value: true, label: text('common.yes') },
        { value: false, label: text('common.no') },
      ]}
      optionType="button"
    />
  );
}

type Reader<T> = (
  raw: string,
) =>
  | { readonly ok: true; readonly value: T | undefined }
  | { readonly ok: false; readonly message: readonly [string, string] };

/** A text box whose words are read on leaving it; what cannot be read stays typed, with the reason beside it. */
function ReadInput<T>(
  props: InputProps<T> & {
    readonly read: Reader<T>;
    readonly write: (value: T) => string;
    readonly shown?: (value: T) => string;
    readonly placeholder?: string;
    readonly suffix?: string;
  },
) {
  const { value, read, write, shown } = props;
  const say = useSay();
  const text = useText();
  const written = value === null || value === undefined ? '' : write(value);
  const [typed, setTyped] = useState(written);
  const [wrong, setWrong] = useState<string | null>(null);
  useEffect(() => {
    setTyped(written);
    setWrong(null);
  }, [written]);
  const settle = () => {
    const result = read(typed);
    if (!result.ok) {
      setWrong(say(result.message));
      return props.onChange?.(typed as T);
    }
    setWrong(null);
    props.onChange?.(result.value ?? null);
    setTyped(result.value === undefined ? '' : write(result.value));
  };
  // What is being typed is read as it stands, so that the words beside it never belong to an older value.
  const live = typed === written ? value : readOrNull(read, typed);
  const good = wrong === null && live !== null && live !== undefined && typeof live !== 'string';
  const reading = good && shown ? shown(live) : '';
  const plain = (words: string) => words.replaceAll(',', '');
  return (
    <>
      <Input
        id={props.id ?? ''}
        value={typed}
        autoFocus={props.autoFocus ?? false}
        {...(wrong !== null || props.invalid ? { status: 'error' as const } : {})}
        {...(props.placeholder ? { placeholder: props.placeholder } : {})}
        {...(props.suffix === undefined ? {} : { suffix: <span className="quiet">{props.suffix}</span> })}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={settle}
        onPressEnter={settle}
      />
      {wrong && <div className="field-wrong">{wrong}</div>}
      {reading && plain(reading) !== plain(typed) + (props.suffix ?? '') && (
        <div className="field-reading">{text('field.readAs', { value: reading })}</div>
      )}
    </>
  );
}

function readOrNull<T>(read: Reader<T>, typed: string): T | null {
  const result = read(typed);
  return result.ok ? (result.value ?? null) : null;
}

function MoneyInput(props: InputProps<number>) {
  const language = useLanguage();
  return (
    <ReadInput
      {...props}
      read={(raw) => readMoney(raw)}
      write={(fen) => (typeof fen === 'number' ? formatFen(fen) : String(fen))}
      shown={(fen) => formatMoney(fen, language)}
      suffix={language === 'zh' ? '元' : 'yuan'}
    />
  );
}

function QuantityInput(props: InputProps<Quantity> & { readonly unit: string }) {
  const language = useLanguage();
  const text = useText();
  const { unit } = props;
  return (
    <ReadInput
      {...props}
      read={(raw) => readQuantity(raw, unit)}
      write={writeQuantity}
      shown={(quantity) => formatQuantity(quantity, unit, language)}
      placeholder={text('field.quantityHint')}
      suffix={formatUnit(unit, language)}
    />
  );
}

function writeQuantity(quantity: Quantity): string {
  if (typeof quantity !== 'object') return String(quantity);
  if (quantity.value === null) return BOUND_LABELS.unknown[0];
  const word = BOUND_LABELS[quantity.bound][0];
  if (quantity.bound === 'about') return `${word}${quantity.value}`;
  return `${quantity.value}${quantity.bound === 'over' ? word : ''}`;
}
