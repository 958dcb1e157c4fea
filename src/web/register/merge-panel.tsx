// Two people changed one record: which value of each field shall stand?
import { Alert, Button, Radio } from 'antd';
import { useState } from 'react';
import { formatInstant } from '../../client/format.ts';
import { useLanguage, useSay, useText } from '../../client/i18n.ts';
import { FieldText } from '../../client/ui/field-text.tsx';
import { nameOf } from '../../client/ui/name-book.ts';
import type { RecordOnWire } from '../../contract/api.ts';
import { canonicalJson } from '../../domain/kernel/canonical.ts';
import type { Field, Kind, Values } from '../../domain/kernel/record.ts';

const same = (a: unknown, b: unknown) => canonicalJson(a ?? null) === canonicalJson(b ?? null);

const BOOK = new Proxy({} as Record<string, string>, { get: (_, id: string) => nameOf(id) });

/** Fields where mine and theirs differ. Where only one side changed a field, that side is proposed. */
function conflictsOf(kind: Kind, base: Values, mine: Values, theirs: Values) {
  return Object.entries(kind.fields)
    .filter(([name]) => !same(mine[name], theirs[name]))
    .map(([name, field]) => ({
      name,
      field,
      mineFirst: same(base[name], theirs[name]) || !same(base[name], mine[name]),
    }));
}

export function MergePanel(props: {
  readonly kind: Kind;
  readonly base: RecordOnWire;
  readonly mine: Values;
  readonly theirs: RecordOnWire;
  readonly done: (merged: Values) => void;
}) {
  const { kind, mine, theirs, done } = props;
  const text = useText();
  const language = useLanguage();
  const others = theirs.values as Values;
  const conflicts = conflictsOf(kind, props.base.values as Values, mine, others);
  const [chosen, setChosen] = useState<Record<string, 'mine' | 'theirs'>>(() =>
    Object.fromEntries(conflicts.map((item) => [item.name, item.mineFirst ? 'mine' : 'theirs'])),
  );
  const merge = () => {
    const merged: Values = { ...others };
    for (const { name } of conflicts) if (chosen[name] === 'mine') merged[name] = mine[name];
    done(merged);
  };
  return (
    <div className="merge">
      <Alert
        type="warning"
        showIcon
        title={text('merge.title')}
        description={text('merge.hint', { at: formatInstant(theirs.updatedAt, language) })}
      />
      <table>
        <thead>
          <tr>
            <th>{text('merge.field')}</th>
            <th>{text('merge.mine')}</th>
            <th>{text('merge.theirs')}</th>
          </tr>
        </thead>
        <tbody>
          {conflicts.map(({ name, field }) => (
            <MergeRow
              key={name}
              field={field}
              name={name}
              mine={mine}
              theirs={others}
              chosen={chosen[name] ?? 'mine'}
              choose={(side) => setChosen((now) => ({ ...now, [name]: side }))}
            />
          ))}
        </tbody>
      </table>
      <div className="form-foot">
        <div className="form-buttons">
          <Button type="primary" onClick={merge}>
            {text('merge.take')}
          </Button>
        </div>
      </div>
    </div>
  );
}

function MergeRow(props: {
  readonly field: Field;
  readonly name: string;
  readonly mine: Values;
  readonly theirs: Values;
  readonly chosen: 'mine' | 'theirs';
  readonly choose: (side: 'mine' | 'theirs') => void;
}) {
  const say = useSay();
  const { field, name, chosen, choose } = props;
  const side = (which: 'mine' | 'theirs') => (
    <td className={chosen === which ? 'on' : ''}>
      <Radio checked={chosen === which} onChange={() => choose(which)}>
        <FieldText field={field} value={props[which][name]} names={BOOK} values={props[which]} />
      </Radio>
    </td>
  );
  return (
    <tr>
      <th scope="row">{say(field.label)}</th>
      {side('mine')}
      {side('theirs')}
    </tr>
  );
}
