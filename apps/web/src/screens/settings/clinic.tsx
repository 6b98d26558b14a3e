import { useQuery } from '@tanstack/react-query';
import { clinicQuery } from '../../api-client/queries-clinic.js';
import { useIsAdmin } from '../../shell/use-roles.js';
import { daysInWords } from '../../parts/days.js';
import { say } from '../../words-settings.js';
import { ClinicForm } from './clinic-form.js';
import { countryName } from './countries.js';
import { Facts } from './facts.js';
import { Known } from './known.js';
import { ReadingDaysForm } from './reading-days-form.js';
import { SettingsFrame } from './settings-frame.js';

/** The clinic's names, its phone, and the days somebody reads what comes in. */
export function SettingsClinic() {
  const clinic = useQuery(clinicQuery());
  const isAdmin = useIsAdmin();
  return (
    <SettingsFrame section="clinic">
      <Known query={clinic} rows={7}>
        {(known) =>
          isAdmin ? (
            <>
              <ClinicForm clinic={known} />
              <ReadingDaysForm clinic={known} />
            </>
          ) : (
            <section className="card pad">
              <Facts
                items={[
                  [say('clinic.name'), known.name],
                  [say('clinic.shortName'), known.shortName],
                  [say('clinic.country'), countryName(known.country)],
                  [say('clinic.phone'), known.phone],
                  [say('clinic.readingDays'), daysInWords(known.readingDays) || say('clinic.noReadingDays')],
                ]}
              />
            </section>
          )
        }
      </Known>
    </SettingsFrame>
  );
}
