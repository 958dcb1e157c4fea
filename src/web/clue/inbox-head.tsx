// What stands above the inbox: its doors to map, register and export, its tabs, and whose work is looked at?
import { DownloadOutlined, EnvironmentOutlined, PlusOutlined, TableOutlined } from '@ant-design/icons';
import { Button, Checkbox } from 'antd';
import { Link } from 'react-router';
import { urlOf } from '../../client/api.ts';
import { useSay, useText } from '../../client/i18n.ts';
import { useSession } from '../../client/session.tsx';
import { RefPicker } from '../../client/ui/ref-picker.tsx';
import { useNarrow } from '../../client/ui/use-narrow.ts';
import type { ReplyOf } from '../../contract/api.ts';
import { has, mayWrite } from '../../domain/access/access.ts';
import { clue } from '../../domain/clue/clue.ts';
import type { Kind } from '../../domain/kernel/record.ts';
import { WorkTabs } from '../procedure/work-tabs.tsx';
import { type ListState, queryOf } from '../register/list-state.ts';
import { SavedViews } from '../register/saved-view.tsx';
import { countOf, type InboxState, TABS } from './inbox-state.ts';

const KIND: Kind = clue;

export function InboxHead(props: { readonly list: ListState; readonly create: () => void }) {
  const text = useText();
  const say = useSay();
  const { actor, county } = useSession();
  const query = queryOf(props.list, KIND);
  const { search } = window.location;
  const narrow = useNarrow();
  return (
    <div className="page-head">
      <h2>{text('inbox.title')}</h2>
      <span className="grow" />
      {!narrow && <SavedViews kind="clue.inbox" />}
      <Link to={`/record/clue${search ? `${search}&` : '?'}view=map`}>
        <Button icon={<EnvironmentOutlined />} tabIndex={-1} aria-label={text('register.map')}>
          {!narrow && text('register.map')}
        </Button>
      </Link>
      <Link to="/record/clue">
        <Button icon={<TableOutlined />} tabIndex={-1} aria-label={text('inbox.all')}>
          {!narrow && text('inbox.all')}
        </Button>
      </Link>
      {has(actor, 'export') && !narrow && (
        <Button
          icon={<DownloadOutlined />}
          href={urlOf('exportRecords', { params: { county, kind: 'clue' }, query })}
          download
        >
          {text('register.export')}
        </Button>
      )}
      {mayWrite(actor, KIND) && (
        <Button type="primary" icon={<PlusOutlined />} onClick={props.create}>
          {text('register.new', { kind: say(KIND.label) })}
        </Button>
      )}
    </div>
  );
}

export function InboxTabs(props: {
  readonly inbox: InboxState;
  readonly counts: ReplyOf<'work'>['counts'] | null;
  readonly go: (tab: InboxState['tab']) => void;
}) {
  const { inbox, counts, go } = props;
  const text = useText();
  const tabs = TABS.map((key) => ({
    ...{ key, label: text(`inbox.${key}`), late: key === 'overdue' },
    n: counts && countOf(key, counts),
  }));
  return <WorkTabs label={text('inbox.title')} tabs={tabs} on={inbox.tab} go={go} />;
}

/** What the register's filters do not know: whose it is, and how near its end. */
export function Narrowing(props: {
  readonly inbox: InboxState;
  readonly set: (patch: Partial<InboxState>) => void;
  readonly chooses: boolean;
}) {
  const { inbox, set } = props;
  const text = useText();
  return (
    <div className="inbox-narrow">
      <Checkbox
        checked={inbox.mine}
        onChange={(event) => set({ mine: event.target.checked })}
        title={text('inbox.mineHint')}
      >
        {text('inbox.mine')}
      </Checkbox>
      {inbox.tab !== 'overdue' && inbox.tab !== 'ended' && (
        <Checkbox checked={inbox.soon} onChange={(event) => set({ soon: event.target.checked })}>
          {text('inbox.soon')}
        </Checkbox>
      )}
      <span className="inbox-officer">
        <span className="quiet">{text('inbox.officer')}</span>
        <RefPicker
          kind="person"
          label={text('inbox.officer')}
          width={180}
          value={inbox.officer}
          onChange={(officer) => set({ officer })}
        />
      </span>
      <span className="quiet inbox-keys">
        {text('inbox.keys')}
        {props.chooses && ` · ${text('inbox.keysChoose')}`}
      </span>
    </div>
  );
}
