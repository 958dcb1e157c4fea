// Which views of a register has the person kept? Names with an address each, in this browser.
import { DeleteOutlined, StarOutlined } from '@ant-design/icons';
import { Button, Input, Popover, Space } from 'antd';
import { useState } from 'react';
import { Link, useLocation } from 'react-router';
import { useText } from '../../client/i18n.ts';

interface SavedView {
  readonly name: string;
  readonly search: string;
}

function readViews(key: string): SavedView[] {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '[]') as SavedView[];
  } catch {
    return [];
  }
}

export function SavedViews(props: { readonly kind: string }) {
  const text = useText();
  const location = useLocation();
  const key = `shouye.view.${props.kind}`;
  const [views, setViews] = useState(() => readViews(key));
  const [name, setName] = useState('');
  const keep = (next: SavedView[]) => {
    localStorage.setItem(key, JSON.stringify(next));
    setViews(next);
  };
  const add = () => {
    const title = name.trim();
    if (title === '') return;
    const search = new URLSearchParams(location.search);
    // What is open at the moment is no part of the view.
    for (const key of ['open', 'new', 'county']) search.delete(key);
    keep([...views.filter((view) => view.name !== title), { name: title, search: `?${search}` }]);
    setName('');
  };
  const content = (
    <div className="views">
      {views.length === 0 && <p className="quiet">{text('view.empty')}</p>}
      {views.map((view) => (
        <div key={view.name} className="view-row">
          <Link to={{ pathname: location.pathname, search: view.search }}>{view.name}</Link>
          <Button
            type="text"
            size="small"
            icon={<DeleteOutlined />}
            aria-label={`${text('common.delete')} ${view.name}`}
            onClick={() => keep(views.filter((other) => other !== view))}
          />
        </div>
      ))}
      <Space.Compact block>
        <Input
          value={name}
          placeholder={text('view.name')}
          aria-label={text('view.name')}
          onChange={(event) => setName(event.target.value)}
          onPressEnter={add}
        />
        <Button type="primary" onClick={add}>
          {text('view.save')}
        </Button>
      </Space.Compact>
    </div>
  );
  return (
    <Popover trigger="click" placement="bottomRight" content={content} title={text('view.title')}>
      <Button icon={<StarOutlined />}>{text('view.button')}</Button>
    </Popover>
  );
}
