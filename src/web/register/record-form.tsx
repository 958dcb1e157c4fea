// How is a record filled in? One input a field, what is wrong beside it, Ctrl+Enter saves.
import { Button } from 'antd';
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { unitOf } from '../../client/format.ts';
import { useSay, useText } from '../../client/i18n.ts';
import { FieldInput } from '../../client/ui/field-input.tsx';
import { isWithheld } from '../../client/ui/field-text.tsx';
import type { Refusal } from '../../domain/kernel/outcome.ts';
import type { Field, Kind, Values } from '../../domain/kernel/record.ts';

export interface RecordFormProps {
  readonly kind: Kind;
  readonly values: Values;
  readonly onChange: (values: Values) => void;
  /** Shown beside the field each names. */
  readonly refusals: readonly Refusal[];
  /** Ctrl+Enter; with Shift: save and start the next. */
  readonly onSubmit: (next: boolean) => void;
  readonly children?: ReactNode;
}

const WIDE = ['refs', 'codes', 'texts'];

export function RecordForm(props: RecordFormProps) {
  const { kind, values, onSubmit } = props;
  const text = useText();
  const [all, setAll] = useState(false);
  const form = useRef<HTMLDivElement>(null);
  const entries = Object.entries(kind.fields).filter(([name]) => !isWithheld(values[name]));
  const filled = (name: string) => values[name] !== undefined && values[name] !== null;
  const wrongIn = (name: string) => props.refusals.some((refusal) => refusal.where === name);
  const main = entries.filter(([name, field]) => !field.minor || filled(name) || wrongIn(name) || all);
  const hidden = entries.length - main.length;
  const steer = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    // Leaving the field lets it read what was typed before we save.
    const focused = document.activeElement;
    if (focused instanceof HTMLElement) focused.blur();
    setTimeout(() => onSubmit(event.shiftKey), 0);
  };
  return (
    <div ref={form} className="record-form" onKeyDown={steer} role="none">
      <div className="form-grid">
        {main.map(([name, field], index) => (
          <FormField key={name} {...props} name={name} field={field} first={index === 0} />
        ))}
      </div>
      {hidden > 0 && (
        <Button type="link" className="form-more" onClick={() => setAll(true)}>
          {text('form.more', { n: hidden })}
        </Button>
      )}
      {props.children}
    </div>
  );
}

function FormField(
  props: RecordFormProps & { readonly name: string; readonly field: Field; readonly first: boolean },
) {
  const { kind, name, field, values, onChange } = props;
  const say = useSay();
  const id = `field-${kind.name}-${name}`;
  const wrong = props.refusals.filter((refusal) => refusal.where === name);
  const wide = WIDE.includes(field.type) || (field.type === 'text' && field.long);
  const day = values[kind.day];
  return (
    <div className={wide ? 'form-field wide' : 'form-field'} data-wrong={wrong.length > 0 ? name : undefined}>
      <label htmlFor={id}>
        {say(field.label)}
        {field.required && (
          <span className="required" aria-hidden="true">
            *
          </span>
        )}
      </label>
      <FieldInput
        id={id}
        field={field}
        value={values[name]}
        invalid={wrong.length > 0}
        autoFocus={props.first}
        day={typeof day === 'string' ? day : undefined}
        unit={unitOf(field, values)}
        onChange={(value) => onChange({ ...values, [name]: value as Values[string] })}
      />
      {wrong.map((refusal, index) => (
        <div key={index} className="field-wrong" role="alert">
          {say(refusal.message)}
        </div>
      ))}
      {field.hint && <div className="field-reading">{say(field.hint)}</div>}
    </div>
  );
}

/** Brings the first wrong field into view and under the cursor. */
export function focusWrong(): void {
  setTimeout(() => {
    const field = document.querySelector<HTMLElement>('[data-wrong]');
    field?.scrollIntoView({ block: 'center' });
    field?.querySelector<HTMLElement>('input, textarea')?.focus();
  }, 30);
}
