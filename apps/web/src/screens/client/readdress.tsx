import { say } from '../../words-delivery.js';
import { VoiceCheck } from './asked/voice-check.js';

interface ReaddressProps {
  /** The address so far. */
  email: string;
  isRemoved: boolean;
  isTicked: boolean;
  onTick(isTicked: boolean): void;
  error?: string;
}

/** Said where another address is typed: what ends with the old one, and that it is asked for by voice. */
export function Readdress({ email, isRemoved, isTicked, onTick, error }: ReaddressProps) {
  return (
    <div className="told readdress" role="group" aria-label={say('readdress.title')}>
      <p className="address">
        {say('readdress.what', { email })} {isRemoved && say('readdress.removed')}
      </p>
      <VoiceCheck isTicked={isTicked} onChange={onTick} error={error} isReadBack={!isRemoved} />
    </div>
  );
}
