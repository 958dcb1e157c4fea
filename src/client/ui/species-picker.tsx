// Which species was meant? Found by name, alias, pinyin, scientific name or typo; shown with the class of the day.
import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import type { SpeciesValue } from '../../domain/kernel/record.ts';
import { type TextKey, useText } from '../i18n.ts';
import { useCall } from '../query.ts';
import { useCounty } from '../session.tsx';
import type { InputProps } from './field-input.tsx';
import { LevelTag } from './field-text.tsx';

interface Option {
  readonly value: string;
  readonly label: string;
  readonly species: SpeciesValue;
  readonly scientificName?: string;
  readonly via?: string;
}

const TYPED = 'typed:';

export function SpeciesPicker(props: InputProps<SpeciesValue> & { readonly day?: string | undefined }) {
  const { value, onChange, day } = props;
  const text = useText();
  const county = useCounty();
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed.trim());
  const query = useCall(
    'species',
    { params: { county }, query: { q, ...(day ? { day } : {}) } },
    { enabled: q !== '', keep: true },
  );
  const options: Option[] = (q === '' ? [] : (query.data?.matches ?? [])).map((match) => ({
    value: match.id,
    label: match.zh,
    species: { id: match.id, name: match.zh, level: match.level },
    scientificName: match.scientificName,
    via: match.via,
  }));
  if (q !== '' && !options.some((option) => option.label === q))
    options.push({
      value: TYPED + q,
      label: text('field.speciesAsTyped', { name: q }),
      species: { id: null, name: q },
    });
  const current = value ? { value: value.id ?? TYPED + value.name, label: value.name } : null;
  return (
    <>
      <Select<{ value: string; label: string }, Option>
        id={props.id ?? ''}
        aria-label={props.label}
        labelInValue
        allowClear
        autoFocus={props.autoFocus ?? false}
        showSearch={{ filterOption: false, onSearch: setTyped }}
        options={options}
        placeholder={text('field.chooseSpecies')}
        notFoundContent={null}
        value={current as never}
        onChange={(_, option) => {
          const chosen = Array.isArray(option) ? option[0] : option;
          setTyped('');
          onChange?.(chosen ? chosen.species : null);
        }}
        optionRender={(option) => <SpeciesOption option={option.data as Option} />}
        {...(props.invalid ? { status: 'error' as const } : {})}
        style={{ width: '100%' }}
      />
      {value && (
        <div className="field-reading">
          {value.level && <LevelTag level={value.level} />}
          {value.id === null && text('field.speciesUnknown')}
        </div>
      )}
    </>
  );
}

/** How the name was found, when it was not by the name itself. */
const VIA: Readonly<Record<string, TextKey>> = {
  alias: 'via.alias',
  pinyin: 'via.pinyin',
  scientific: 'via.scientific',
  typo: 'via.typo',
  traditional: 'via.traditional',
};

function SpeciesOption(props: { readonly option: Option }) {
  const { option } = props;
  const text = useText();
  const via = VIA[option.via ?? ''];
  return (
    <span className="choice">
      {option.label} <i className="quiet">{option.scientificName}</i>{' '}
      {option.species.level && <LevelTag level={option.species.level} />}
      {via && <span className="quiet"> {text(via)}</span>}
    </span>
  );
}
