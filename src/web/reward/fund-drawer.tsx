// How is a grant, a return or the taking back of either entered? By day, sum and document.
import { App, Button, Drawer, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { newId } from '../../client/api.ts';
import { today } from '../../client/format.ts';
import { useText } from '../../client/i18n.ts';
import { useAct } from '../../client/query.ts';
import { FieldInput } from '../../client/ui/field-input.tsx';
import { ProblemNotice } from '../../client/ui/problem-notice.tsx';
import { useNarrow } from '../../client/ui/use-narrow.ts';
import type { Field } from '../../domain/kernel/record.ts';

export type Fund =
  | { readonly matter: 'grant' | 'giveBack' }
  | { readonly matter: 'void'; readonly of: string };

const DAY: Field = { type: 'day', label: ['日期', 'Day'] };

export function FundDrawer(props: { readonly fund: Fund; readonly close: () => void }) {
  const { fund, close } = props;
  const text = useText();
  const narrow = useNarrow();
  const { message } = App.useApp();
  const { act, busy } = useAct();
  const [id] = useState(newId);
  const [on, setOn] = useState<string | null>(today());
  const [yuan, setYuan] = useState<number | null>(null);
  const [document, setDocument] = useState('');
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState<unknown>(null);
  const ready = on !== null && document.trim() !== '' && (fund.matter === 'void' || (yuan ?? 0) > 0);
  const submit = async () => {
    if (!ready || on === null) return;
    setProblem(null);
    const common = { id, on, document: document.trim(), note: note.trim() };
    try {
      await act(
        'reward.fund',
        fund.matter === 'void'
          ? { ...common, matter: 'void', of: fund.of }
          : { ...common, matter: fund.matter, amount: Math.round((yuan ?? 0) * 100) },
      );
      void message.success(text('reward.fundSaved'));
      close();
    } catch (error) {
      setProblem(error);
    }
  };
  return (
    <Drawer
      open
      onClose={close}
      title={text(`reward.${fund.matter}`)}
      placement={narrow ? 'bottom' : 'right'}
      size={narrow ? '80%' : 460}
    >
      <div className="reward-form">
        <div>
          {text('reward.day')}
          <FieldInput
            field={DAY}
            label={text('reward.day')}
            value={on}
            onChange={(value) => setOn(value as string | null)}
          />
        </div>
        {fund.matter !== 'void' && (
          <div>
            <span>{text('reward.amount')}</span>
            <InputNumber
              aria-label={text('reward.amount')}
              autoFocus
              min={0.01}
              precision={2}
              style={{ width: 200 }}
              suffix="元"
              value={yuan}
              onChange={setYuan}
            />
          </div>
        )}
        <div>
          <span>{text('reward.document')}</span>
          <Input
            aria-label={text('reward.document')}
            maxLength={120}
            value={document}
            onChange={(event) => setDocument(event.target.value)}
          />
        </div>
        <div>
          <span>{text('reward.note')}</span>
          <Input
            aria-label={text('reward.note')}
            maxLength={200}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        </div>
        <ProblemNotice error={problem} />
        <div className="row-line">
          <Button type="primary" loading={busy} disabled={!ready} onClick={() => void submit()}>
            {text('common.save')}
          </Button>
          <Button onClick={close}>{text('common.cancel')}</Button>
        </div>
      </div>
    </Drawer>
  );
}
