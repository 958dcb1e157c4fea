// What becomes of a new tip? A clue of its own, part of one, or set aside with a reason.
import { Button, Form, Input, Segmented } from 'antd';
import { useState } from 'react';
import { useText } from '../../client/i18n.ts';
import { useAct } from '../../client/query.ts';
import { useTellProblem } from '../../client/ui/problem-notice.tsx';
import { RefPicker } from '../../client/ui/ref-picker.tsx';
import { type TipContent, tipParagraph } from '../../domain/tip/tip.ts';
import type { TipDetail } from './tip-page.tsx';

type To = 'new' | 'join' | 'aside';

export function TipTriage({ detail }: { readonly detail: TipDetail }) {
  const text = useText();
  const { act, busy } = useAct();
  const tellProblem = useTellProblem();
  const [to, setTo] = useState<To>('new');
  const [content, setContent] = useState(tipParagraph(detail.content as TipContent));
  const [clue, setClue] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const ready =
    to === 'new' ? content.trim() !== '' : to === 'join' ? clue !== null : note.trim().length >= 4;
  const decide = async () => {
    try {
      await act('tip.triage', {
        tip: detail.tip.id,
        to,
        note,
        ...(to === 'new' ? { values: { content } } : {}),
        ...(to === 'join' && clue ? { clue } : {}),
      });
    } catch (error) {
      tellProblem(error);
    }
  };
  return (
    <section className="card tip-triage">
      <h3>{text('tip.triage')}</h3>
      <Segmented<To>
        block
        value={to}
        onChange={setTo}
        options={[
          { value: 'new', label: text('tip.toNew') },
          { value: 'join', label: text('tip.toJoin') },
          { value: 'aside', label: text('tip.toAside') },
        ]}
      />
      <Form layout="vertical" onFinish={() => void decide()}>
        {to === 'new' && (
          <Form.Item label={text('tip.clueContent')} extra={text('tip.newHint')} htmlFor="tip-clue-content">
            <Input.TextArea
              id="tip-clue-content"
              autoSize={{ minRows: 4, maxRows: 12 }}
              value={content}
              onChange={(event) => setContent(event.target.value)}
            />
          </Form.Item>
        )}
        {to === 'join' && (
          <Form.Item label={text('tip.clue')} htmlFor="tip-join-clue">
            <RefPicker
              kind="clue"
              id="tip-join-clue"
              value={clue}
              onChange={(value) => setClue(value ?? null)}
            />
          </Form.Item>
        )}
        <Form.Item
          label={text(to === 'aside' ? 'tip.asideReason' : 'tip.noteLabel')}
          htmlFor="tip-triage-note"
        >
          <Input.TextArea
            id="tip-triage-note"
            rows={2}
            maxLength={500}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        </Form.Item>
        <Button type="primary" htmlType="submit" disabled={!ready} loading={busy}>
          {text('tip.decide')}
        </Button>
      </Form>
    </section>
  );
}
