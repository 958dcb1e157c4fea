// For which period and filters are figures shown? Presets first, filters beside them, all in the address.
import { Button, DatePicker, Segmented, Select } from 'antd';
import dayjs from 'dayjs';
import { type ReactNode, useEffect, useState } from 'react';
import { call } from '../../client/api.ts';
import { today } from '../../client/format.ts';
import { useSay, useText } from '../../client/i18n.ts';
import { useCounty } from '../../client/session.tsx';
import { learnNames, nameOf } from '../../client/ui/name-book.ts';
import { RefPicker } from '../../client/ui/ref-picker.tsx';
import { SpeciesPicker } from '../../client/ui/species-picker.tsx';
import { useNarrow } from '../../client/ui/use-narrow.ts';
import type { Scope } from '../../contract/api.ts';
import { getKind } from '../../domain/kind.ts';
import { PROTECTION_LEVELS } from '../../domain/law/taxonomy.ts';
import { PRESETS, type Preset, presetOf, presetPeriod } from './scope.ts';

type Change = (patch: Partial<Record<keyof Scope, string | null>>) => void;

export function ScopeBar(props: { readonly scope: Scope; readonly change: Change }) {
  const { scope, change } = props;
  const text = useText();
  const say = useSay();
  useNames(scope);
  const filtered = scope.campaign || scope.agency || scope.area || scope.species || scope.level;
  return (
    <div className="scope-bar no-print">
      <PeriodPicker scope={scope} change={change} />
      <Named label={say(getKind('campaign').label)}>
        <CampaignPicker scope={scope} change={change} />
      </Named>
      <Named label={text('figure.area')}>
        <RefPicker
          kind="area"
          label={text('figure.area')}
          width={120}
          {...ref(scope.area)}
          onChange={(area) => change({ area })}
        />
      </Named>
      <Named label={text('figure.agency')}>
        <RefPicker
          kind="agency"
          label={text('figure.agency')}
          width={170}
          {...ref(scope.agency)}
          onChange={(agency) => change({ agency })}
        />
      </Named>
      <Named label={text('figure.species')}>
        <SpeciesPicker
          label={text('figure.species')}
          {...(scope.species
            ? { value: { id: scope.species, name: nameOf(scope.species) ?? scope.species } }
            : {})}
          onChange={(species) => {
            if (species?.id) learnNames({ [species.id]: species.name });
            change({ species: species ? (species.id ?? species.name) : null });
          }}
        />
      </Named>
      <Named label={text('figure.by.level')}>
        <Select
          allowClear
          aria-label={text('figure.by.level')}
          style={{ width: 120 }}
          placeholder={text('common.all')}
          value={scope.level ?? null}
          onChange={(level: string | null) => change({ level: level ?? null })}
          options={PROTECTION_LEVELS.map((level) => ({
            value: level.code as string,
            label: say(level.label),
          }))}
        />
      </Named>
      {filtered && (
        <Button
          type="link"
          size="small"
          onClick={() => change({ campaign: null, agency: null, area: null, species: null, level: null })}
        >
          {text('figure.clear')}
        </Button>
      )}
    </div>
  );
}

function Named(props: { readonly label: string; readonly children: ReactNode }) {
  return (
    <fieldset className="scope-field" aria-label={props.label}>
      <span className="quiet">{props.label}</span>
      {props.children}
    </fieldset>
  );
}

const ref = (id: string | undefined) => (id ? { value: id } : {});

export function PeriodPicker(props: { readonly scope: Scope; readonly change: Change }) {
  const { scope, change } = props;
  const text = useText();
  const narrow = useNarrow();
  const day = today();
  const [custom, setCustom] = useState(false);
  const preset = custom ? 'custom' : presetOf(scope, day);
  const options = PRESETS.map((value) => ({ value, label: text(`figure.preset.${value}`) }));
  const pick = (next: Preset) => {
    setCustom(next === 'custom');
    if (next !== 'custom') change(presetPeriod(next, day));
  };
  const bound = (key: 'from' | 'until') => (
    <DatePicker
      aria-label={text(key === 'from' ? 'common.from' : 'common.until')}
      value={scope[key] ? dayjs(scope[key]) : null}
      onChange={(value) => change({ [key]: value ? value.format('YYYY-MM-DD') : null })}
      allowClear={false}
      style={{ width: 124 }}
    />
  );
  return (
    <>
      {narrow ? (
        <Select
          aria-label={text('report.period')}
          value={preset}
          options={options}
          onChange={pick}
          style={{ width: 110 }}
        />
      ) : (
        <Segmented value={preset} options={options} onChange={pick} />
      )}
      <span className="scope-days">
        {bound('from')} <span className="quiet">{text('figure.to')}</span> {bound('until')}
      </span>
    </>
  );
}

/** A campaign brings its own days along. */
function CampaignPicker(props: { readonly scope: Scope; readonly change: Change }) {
  const { scope, change } = props;
  const county = useCounty();
  const pick = async (campaign: string | null) => {
    if (!campaign) return change({ campaign: null });
    const { row } = await call('record', { params: { county, kind: 'campaign', id: campaign } });
    const until = String(row.values['until'] ?? today());
    change({ campaign, from: String(row.values['from']), until: until < today() ? until : today() });
  };
  return (
    <RefPicker
      kind="campaign"
      label={useSay()(getKind('campaign').label)}
      width={200}
      {...ref(scope.campaign)}
      onChange={(id) => void pick(id)}
    />
  );
}

/** A copied link names records by id only; their names are asked for once. */
function useNames(scope: Scope): void {
  const county = useCounty();
  const [, redraw] = useState(0);
  const { campaign, agency, area } = scope;
  useEffect(() => {
    const wanted = Object.entries({ campaign, agency, area }).filter(([, id]) => id && !nameOf(id));
    for (const [kind, id] of wanted)
      call('record', { params: { county, kind, id: id as string } })
        .then(({ row }) => {
          learnNames({ [row.id]: String(row.values['name'] ?? row.no) });
          redraw((n) => n + 1);
        })
        .catch(() => undefined);
  }, [county, campaign, agency, area]);
}
