// How is a referred record chosen? By part of its name or number, asked of the server.
import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { getKind } from '../../domain/kind.ts';
import { useSay, useText } from '../i18n.ts';
import { useCall } from '../query.ts';
import { useCounty } from '../session.tsx';
import type { InputProps } from './field-input.tsx';
import { learnNames } from './name-book.ts';
import { useRefNames } from './use-ref-names.ts';

interface Choice {
  readonly value: string;
  readonly label: string;
  readonly no?: string;
}

function useChoices(kind: string, chosen: readonly string[]) {
  const county = useCounty();
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState(false);
  const q = useDeferredValue(typed.trim());
  const query = useCall(
    'choices',
    { params: { county, kind }, query: { ...(q ? { q } : {}), limit: 30 } },
    { enabled: open, keep: true },
  );
  const nameFor = useRefNames(kind, chosen);
  const found = query.data?.choices ?? [];
  learnNames(Object.fromEntries(found.map((choice) => [choice.id, choice.name])));
  const options: Choice[] = found.map((choice) => ({ value: choice.id, label: choice.name, no: choice.no }));
  for (const id of chosen)
    if (!options.some((option) => option.value === id)) options.push({ value: id, label: nameFor(id) });
  return { options, setTyped, setOpen, loading: query.isFetching };
}

function usePickerProps(props: InputProps<unknown> & { readonly kind: string }, chosen: readonly string[]) {
  const text = useText();
  const say = useSay();
  const { options, setTyped, setOpen, loading } = useChoices(props.kind, chosen);
  const empty = text('field.noChoice', { kind: say(getKind(props.kind).label) });
  return {
    id: props.id ?? '',
    'aria-label': props.label,
    options: options as unknown as { value: string; label: string }[],
    allowClear: true,
    loading,
    autoFocus: props.autoFocus ?? false,
    showSearch: { filterOption: false as const, onSearch: setTyped },
    onOpenChange: setOpen,
    placeholder: text('field.chooseRef'),
    notFoundContent: <span className="quiet">{loading ? text('common.loading') : empty}</span>,
    optionRender: (option: { data: unknown }) => {
      const choice = option.data as Choice;
      return (
        <span className="choice">
          {choice.label} <span className="quiet">{choice.no}</span>
        </span>
      );
    },
    ...(props.invalid ? { status: 'error' as const } : {}),
    style: { width: '100%' },
  };
}

export function RefPicker(props: InputProps<string> & { readonly kind: string; readonly width?: number }) {
  const common = usePickerProps(
    props as InputProps<unknown> & { kind: string },
    props.value ? [props.value] : [],
  );
  return (
    <Select<string>
      {...common}
      {...(props.width ? { style: { width: props.width } } : {})}
      value={props.value ?? (null as never)}
      onChange={(next) => props.onChange?.(next ?? null)}
    />
  );
}

export function RefsPicker(props: InputProps<string[]> & { readonly kind: string; readonly width?: number }) {
  const common = usePickerProps(props as InputProps<unknown> & { kind: string }, props.value ?? []);
  return (
    <Select<string[]>
      {...common}
      mode="multiple"
      maxTagCount="responsive"
      {...(props.width ? { style: { width: props.width } } : {})}
      value={props.value ?? []}
      onChange={(next) => props.onChange?.(next.length > 0 ? next : null)}
    />
  );
}
