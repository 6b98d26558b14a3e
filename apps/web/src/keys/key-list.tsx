import { Dialog } from '../parts/dialog.js';
import { say, type ConsoleCode } from '../words.js';
import { useSingleKeys } from './single-keys.js';

const KEYS: [string[], ConsoleCode][] = [
  [['J', 'K'], 'keys.move'],
  [['Enter'], 'keys.open'],
  [['B'], 'keys.brief'],
  [['E'], 'keys.read'],
  [['P'], 'keys.print'],
  [['Shift', 'P'], 'keys.hideNames'],
  [['N'], 'keys.add'],
  [['Z'], 'keys.undo'],
  [['G', 'T'], 'keys.today'],
  [['G', 'R'], 'keys.reflections'],
  [['G', 'C'], 'keys.clients'],
  [['?'], 'keys.list'],
];

export function KeyListDialog({ onClose }: { onClose(): void }) {
  return (
    <Dialog title={say('keys.title')} onClose={onClose}>
      <KeyList />
    </Dialog>
  );
}

/** The keys, and the switch that turns them off. */
export function KeyList() {
  const [isOn, turn] = useSingleKeys();
  return (
    <>
      <dl className="key-list">
        {KEYS.map(([keys, meaning]) => (
          <div key={meaning}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{say(meaning)}</dd>
          </div>
        ))}
      </dl>
      <label className="tick">
        <input type="checkbox" checked={isOn} onChange={(event) => turn(event.target.checked)} />
        <span>
          {say('keys.switch')}
          <small>{say('keys.switchHint')}</small>
        </span>
      </label>
    </>
  );
}
