import '../settings/settings.css';
import { useQuery } from '@tanstack/react-query';
import { ArrowLeft } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { senderQuery } from '../../api-client/calls-delivery.js';
import { clinicQuery, locationsQuery } from '../../api-client/queries-clinic.js';
import { Button } from '../../parts/button.js';
import { useTitle } from '../../shell/use-title.js';
import { say } from '../../words-settings.js';
import { CrisisContacts } from '../settings/crisis.js';
import { HoursForm } from '../settings/hours-form.js';
import { Known } from '../settings/known.js';
import { LocationForm } from '../settings/location-form.js';
import { ReadingDaysForm } from '../settings/reading-days-form.js';
import { Rosters } from '../settings/rosters.js';
import { SenderCheck } from '../settings/sender-check.js';
import { SenderForm } from '../settings/sender-form.js';
import { STEPS, type Step } from './steps.js';

interface StepPageProps {
  step: Step;
  isDone: boolean;
  onBack(): void;
  onNext(): void;
}

/** One question on its own page, answered with the form the settings use. */
export function StepPage({ step, isDone, onBack, onNext }: StepPageProps) {
  const title = say(`welcome.step.${step}`);
  useTitle(title);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [step]);
  return (
    <div className="welcome">
      <Button small kind="plain" icon={<ArrowLeft size={15} aria-hidden="true" />} onPress={onBack}>
        {say('welcome.allSteps')}
      </Button>
      <p className="welcome-count">
        {say('welcome.stepOf', { n: STEPS.indexOf(step) + 1, of: STEPS.length })}
      </p>
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      <p className="welcome-lead">{say(`welcome.lead.${step}`)}</p>
      <div className="settings-page">
        <Question step={step} onSaved={onNext} />
      </div>
      {(step === 'crisis-contacts' || step === 'sender' || step === 'rosters') && (
        <div className="acts">
          {/* Opening the link is left to whoever reads the mailbox, perhaps tomorrow. */}
          <Button kind="primary" isDisabled={!isDone && step !== 'sender'} onPress={onNext}>
            {say('welcome.next')}
          </Button>
          {!isDone && <span className="quiet small">{say(`welcome.first.${step}`)}</span>}
        </div>
      )}
    </div>
  );
}

/** Where one form is the whole answer, saving it goes on; where there are several, a button of its own does. */
function Question({ step, onSaved }: { step: Step; onSaved(): void }) {
  const clinic = useQuery(clinicQuery());
  const locations = useQuery(locationsQuery());
  const saving = { label: say('welcome.saveAndNext'), onSaved };
  switch (step) {
    case 'zone':
      return (
        <Known query={locations}>
          {([first]) => first && <LocationForm key={first.id} location={first} {...saving} />}
        </Known>
      );
    case 'hours':
      return (
        <Known query={locations}>
          {([first]) => first && <HoursForm key={first.id} location={first} {...saving} />}
        </Known>
      );
    case 'reading-days':
      return <Known query={clinic}>{(known) => <ReadingDaysForm clinic={known} {...saving} />}</Known>;
    case 'crisis-contacts':
      return <CrisisContacts />;
    case 'sender':
      return <Sender />;
    case 'rosters':
      return <Rosters />;
  }
}

function Sender() {
  const sender = useQuery(senderQuery());
  return (
    <Known query={sender}>
      {(known) => (
        <>
          <SenderForm sender={known} />
          <SenderCheck sender={known} />
        </>
      )}
    </Known>
  );
}
