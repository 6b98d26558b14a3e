import { ChevronDown } from 'lucide-react';
import {
  Button,
  ComboBox,
  FieldError,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Text,
} from 'react-aria-components/ComboBox';
import { zoneName, zonePlace } from '../when.js';
import { say } from '../words.js';

interface ZonePickerProps {
  label: string;
  hint?: string;
  error?: string;
  value: string;
  onChange(zone: string): void;
}

let named: { id: string; text: string }[] | null = null;

/** Every zone by its place and the name people use: "Boise, Mountain time (America)". */
function zones() {
  named ??= Intl.supportedValuesOf('timeZone')
    .map((id) => ({
      id,
      text: say('zone.option', { place: zonePlace(id), name: zoneName(id), region: id.split('/')[0] ?? '' }),
    }))
    .sort((a, b) => a.text.localeCompare(b.text));
  return named;
}

export function ZonePicker({ label, hint, error, value, onChange }: ZonePickerProps) {
  return (
    <ComboBox
      className="field"
      isInvalid={Boolean(error)}
      validationBehavior="aria"
      defaultItems={zones()}
      value={value || null}
      onChange={(key) => onChange(key ? String(key) : '')}
      menuTrigger="focus"
    >
      <Label className="field-label">{label}</Label>
      {hint && (
        <Text slot="description" className="field-hint">
          {hint}
        </Text>
      )}
      <FieldError className="field-error">{error}</FieldError>
      <div className="combo">
        <Input className="box" name="timeZone" />
        <Button className="combo-open">
          <ChevronDown size={16} aria-hidden="true" />
        </Button>
      </div>
      <Popover className="popover" isNonModal>
        <ListBox<{ id: string; text: string }>
          className="options"
          renderEmptyState={() => <p className="quiet option">{say('zone.none')}</p>}
        >
          {(zone) => (
            <ListBoxItem id={zone.id} textValue={zone.text} className="option">
              {zone.text}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
