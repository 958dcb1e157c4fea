// Where was it? Typed longitude and latitude in any usual writing, or the device's own position.
import { AimOutlined } from '@ant-design/icons';
import { Button, Input, Space } from 'antd';
import { useEffect, useState } from 'react';
import { readPlace } from '../../domain/kernel/read-place.ts';
import type { Place } from '../../domain/kernel/record.ts';
import { useSay, useText } from '../i18n.ts';
import type { InputProps } from './field-input.tsx';

function write(place: Place | null | undefined): string {
  if (!place) return '';
  return typeof place === 'string' ? place : `${place.lng},${place.lat}`;
}

export function PlaceInput(props: InputProps<Place>) {
  const text = useText();
  const say = useSay();
  const [typed, setTyped] = useState(write(props.value));
  const [wrong, setWrong] = useState<string | null>(null);
  const written = write(props.value);
  useEffect(() => setTyped(written), [written]);
  const settle = () => {
    const result = readPlace(typed);
    setWrong(result.ok ? null : say(result.message));
    if (!result.ok) return props.onChange?.(typed as unknown as Place);
    props.onChange?.(result.value ? { lng: result.value.lon, lat: result.value.lat } : null);
  };
  const locate = () =>
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setWrong(null);
        props.onChange?.({
          lng: Number(coords.longitude.toFixed(6)),
          lat: Number(coords.latitude.toFixed(6)),
        });
      },
      () => setWrong(text('field.placeFail')),
      { enableHighAccuracy: true, timeout: 15_000 },
    );
  return (
    <>
      <Space.Compact block>
        <Input
          id={props.id ?? ''}
          value={typed}
          placeholder={text('field.placeHint')}
          {...(wrong || props.invalid ? { status: 'error' as const } : {})}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={settle}
        />
        <Button
          icon={<AimOutlined />}
          aria-label={text('field.placeHere')}
          title={text('field.placeHere')}
          onClick={locate}
        />
      </Space.Compact>
      {wrong && <div className="field-wrong">{wrong}</div>}
    </>
  );
}
