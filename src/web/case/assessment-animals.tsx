// Which animals do the facts count, of which seizures, and what does the officer know of them beside?
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input, InputNumber, Select } from 'antd';
import { type TextKey, useSay, useText } from '../../client/i18n.ts';
import { RecordLink } from '../../client/ui/record-link.tsx';
import { SpeciesPicker } from '../../client/ui/species-picker.tsx';
import type { Label } from '../../domain/kernel/label.ts';
import { speciesLabel } from '../../domain/law/animal-name.ts';
import { ANIMAL_FORMS, ANIMAL_ORIGINS } from '../../domain/law/animal-word.ts';
import { speciesName } from '../../domain/law/species.ts';
import { type AnimalFact, withFact } from './fact-state.ts';

interface RowProps {
  readonly animal: AnimalFact;
  readonly change: (field: string, value: unknown) => void;
  readonly day: string;
}

export function AnimalFacts(props: {
  readonly animals: readonly AnimalFact[];
  readonly change: (animals: readonly AnimalFact[]) => void;
  readonly day: string;
}) {
  const { animals, change, day } = props;
  const text = useText();
  const say = useSay();
  const set = (index: number, field: string, value: unknown) =>
    change(animals.map((row, at) => (at === index ? withFact(row, field, value) : row)));
  return (
    <>
      <p className="quiet">{text('law.animalHint')}</p>
      {animals.map((animal, index) => (
        <div key={String(animal['id'] ?? index)} className="law-animal">
          <div className="law-animal-head">
            {typeof animal['id'] === 'string' ? (
              <>
                <b>
                  {say(labelOf(animal))} {say(statedOf(animal))}
                </b>
                <RecordLink kind="seizure" id={animal['id']}>
                  {text('law.openSeizure')}
                </RecordLink>
              </>
            ) : (
              <>
                <span />
                <Button
                  type="text"
                  icon={<DeleteOutlined />}
                  aria-label={text('law.remove')}
                  onClick={() => change(animals.filter((_, at) => at !== index))}
                />
              </>
            )}
          </div>
          <div className="law-grid">
            {typeof animal['id'] !== 'string' && (
              <Added animal={animal} day={day} change={(field, value) => set(index, field, value)} />
            )}
            <Known animal={animal} day={day} change={(field, value) => set(index, field, value)} />
          </div>
        </div>
      ))}
      <Button
        icon={<PlusOutlined />}
        className="no-print"
        onClick={() => change([...animals, { species: '' }])}
      >
        {text('law.addAnimal')}
      </Button>
    </>
  );
}

const said = (value: unknown) => (value === undefined || value === null ? '' : String(value));

function labelOf(animal: AnimalFact): Label {
  const species = String(animal['species'] ?? '');
  return speciesLabel(species) ?? [species, species];
}

/** Number and form as the seizure states them: 约30 活体, about 30 live. */
function statedOf(animal: AnimalFact): Label {
  const many = said(animal['count'] ?? animal['mass']);
  const form = said(animal['form']);
  const known = ANIMAL_FORMS.find(({ label }) => label[0] === form)?.label;
  const inEnglish = many
    .replace(/^约(.+)$/, 'about $1')
    .replace(/^(.+)余$/, 'over $1')
    .replace(/^(.+)公斤$/, '$1 kg');
  const formEn = form === '不详' ? 'form not known' : (known?.[1].toLowerCase() ?? form);
  return [`${many} ${form}`, `${inEnglish} ${formEn}`];
}

function nameOf(animal: AnimalFact): string {
  const species = String(animal['species'] ?? '');
  return speciesName(species) ?? species;
}

function Labelled(props: { readonly label: TextKey; readonly children: React.ReactNode }) {
  const text = useText();
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is what is passed in
    <label className="law-field">
      <span>{text(props.label)}</span>
      {props.children}
    </label>
  );
}

/** What was not seized: everything of it is the officer's statement. */
function Added({ animal, change, day }: RowProps) {
  const say = useSay();
  const species = String(animal['species'] ?? '');
  return (
    <>
      <Labelled label="law.species">
        <SpeciesPicker
          value={species === '' ? null : { id: speciesName(species) ? species : null, name: nameOf(animal) }}
          day={day}
          onChange={(next) => change('species', next?.id ?? next?.name ?? '')}
        />
      </Labelled>
      <Labelled label="law.count">
        <InputNumber min={0} value={Number(animal['count'] ?? 0)} onChange={(n) => change('count', n)} />
      </Labelled>
      <Labelled label="law.form">
        <Select
          allowClear
          value={(animal['form'] as string | undefined) ?? null}
          onChange={(form) => change('form', form)}
          options={ANIMAL_FORMS.map(({ label }) => ({ value: label[0], label: say(label) }))}
        />
      </Labelled>
      <Labelled label="law.appraised">
        <Money animal={animal} field="appraisedYuan" change={change} />
      </Labelled>
      <Labelled label="law.appraisedDocument">
        <Input
          value={said(animal['appraisedDocument'])}
          onChange={(event) => change('appraisedDocument', event.target.value)}
        />
      </Labelled>
    </>
  );
}

function Money(props: {
  readonly animal: AnimalFact;
  readonly field: string;
  readonly change: RowProps['change'];
}) {
  const value = props.animal[props.field];
  return (
    <InputNumber
      min={0}
      precision={2}
      value={typeof value === 'number' ? value : null}
      onChange={(yuan) => props.change(props.field, yuan)}
    />
  );
}

function Known({ animal, change }: RowProps) {
  const text = useText();
  const say = useSay();
  const product = animal['form'] === '制品' || animal['form'] === '部分';
  const appraised = animal['appraisedYuan'];
  return (
    <>
      <Labelled label="law.origin">
        <Select
          allowClear
          placeholder={text('law.originUnknown')}
          value={(animal['origin'] as string | undefined) ?? null}
          onChange={(origin) => change('origin', origin)}
          options={ANIMAL_ORIGINS.map(({ label }) => ({ value: label[0], label: say(label) }))}
        />
      </Labelled>
      <Labelled label="law.actual">
        <Money animal={animal} field="actualPriceYuan" change={change} />
      </Labelled>
      <Labelled label="law.market">
        <Money animal={animal} field="marketPriceYuan" change={change} />
      </Labelled>
      {typeof animal['id'] === 'string' && appraised !== undefined && (
        <Labelled label="law.appraised">
          <span className="num">
            {said(appraised)} {said(animal['appraisedDocument'])}
          </span>
        </Labelled>
      )}
      {product && (
        <>
          <Labelled label="law.part">
            <InputNumber
              min={0}
              max={1}
              step={0.05}
              value={typeof animal['part'] === 'number' ? animal['part'] : null}
              onChange={(part) => change('part', part)}
            />
          </Labelled>
          <Labelled label="law.partDocument">
            <Input
              value={said(animal['partDocument'])}
              onChange={(event) => change('partDocument', event.target.value)}
            />
          </Labelled>
        </>
      )}
    </>
  );
}
