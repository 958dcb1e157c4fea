// In which order do the sections stand, which are hidden, and where does something not add up?
import {
  ArrowDownOutlined,
  ArrowUpOutlined,
  EyeInvisibleOutlined,
  EyeOutlined,
  WarningFilled,
} from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useText } from '../../client/i18n.ts';
import { inlineText } from '../../domain/report/document.ts';
import { moveBefore, moveBy, type Section, sectionNumbers, stands, toggled } from './report-view.ts';
import type { Desk } from './use-report.ts';

export function ReportOutline(props: {
  readonly desk: Desk;
  readonly sections: readonly Section[];
  readonly editable: boolean;
  readonly here: string | null;
  readonly go: (section: string) => void;
}) {
  const { desk, sections, editable, here, go } = props;
  const text = useText();
  const numbers = sectionNumbers(sections);
  const [dragged, setDragged] = useState<string | null>(null);
  const [over, setOver] = useState<string | null>(null);
  const order = (ids: string[]) => desk.change((now) => ({ ...now, order: ids }), 'order');
  const drop = (before: string) => {
    if (dragged && dragged !== before) order(moveBefore(sections, dragged, before));
    setDragged(null);
    setOver(null);
  };
  return (
    <nav className="outline" aria-label={text('report.outline')}>
      <h3>{text('report.outline')}</h3>
      <ul>
        {sections.map((section, i) => {
          const head = section.level !== 2;
          const standing = stands(sections, i);
          const name = section.title || text('report.opening');
          return (
            <li
              key={section.id}
              className={[
                section.level === 2 ? 'sub' : '',
                section.hidden ? 'off' : '',
                standing ? '' : 'empty-section',
                here === section.id ? 'on' : '',
                over === section.id ? 'over' : '',
              ].join(' ')}
              draggable={editable && head}
              onDragStart={() => setDragged(section.id)}
              onDragEnd={() => {
                setDragged(null);
                setOver(null);
              }}
              onDragOver={(event) => {
                if (!dragged || !head) return;
                event.preventDefault();
                setOver(section.id);
              }}
              onDrop={() => drop(section.id)}
            >
              <a
                href={`#section-${section.id}`}
                onClick={(event) => {
                  event.preventDefault();
                  go(section.id);
                }}
              >
                {numbers.get(section.id) ?? ''}
                {name}
                {section.warn && <WarningFilled className="warn-mark" title={text('report.hasWarning')} />}
              </a>
              {editable && (
                <span className="outline-tools">
                  {head && (
                    <>
                      <Tool
                        label={text('report.up', { name })}
                        icon={<ArrowUpOutlined />}
                        act={() => order(moveBy(sections, section.id, -1))}
                      />
                      <Tool
                        label={text('report.down', { name })}
                        icon={<ArrowDownOutlined />}
                        act={() => order(moveBy(sections, section.id, 1))}
                      />
                    </>
                  )}
                  <Tool
                    label={text(section.hidden ? 'report.show' : 'report.hide', { name })}
                    icon={section.hidden ? <EyeInvisibleOutlined /> : <EyeOutlined />}
                    act={() =>
                      desk.change(
                        (now) => ({ ...now, hidden: toggled(now.hidden, section.id, !section.hidden) }),
                        `hide${section.id}`,
                      )
                    }
                  />
                </span>
              )}
              {editable && !section.hidden && <HiddenSentences section={section} desk={desk} />}
            </li>
          );
        })}
      </ul>
      <p className="quiet outline-note">
        {text('report.noteRecords')}
        <br />
        {text('report.noteNumbers')}
      </p>
    </nav>
  );
}

function Tool(props: { readonly label: string; readonly icon: React.ReactNode; readonly act: () => void }) {
  return (
    <Button
      type="text"
      size="small"
      icon={props.icon}
      aria-label={props.label}
      title={props.label}
      onClick={props.act}
    />
  );
}

function HiddenSentences(props: { readonly section: Section; readonly desk: Desk }) {
  const { section, desk } = props;
  const text = useText();
  const hidden = section.sentences.filter((sentence) => sentence.hidden);
  if (hidden.length === 0) return null;
  return (
    <ul className="outline-hidden">
      {hidden.map((sentence) => (
        <li key={sentence.id}>
          <button
            type="button"
            className="as-link"
            onClick={() =>
              desk.change(
                (now) => ({ ...now, hidden: toggled(now.hidden, sentence.id, false) }),
                `hide${sentence.id}`,
              )
            }
          >
            {text('report.restoreSentence')} “{inlineText(sentence.inlines).slice(0, 12)}…”
          </button>
        </li>
      ))}
    </ul>
  );
}
