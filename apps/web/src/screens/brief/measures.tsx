import type { BriefView } from '../../api-client/views.js';
import { shortDate } from '../../when.js';
import { say } from '../../words-brief.js';
import { FactLink } from './fact-link.js';

/** Totals as they were reached, oldest first. Bands are for staff; clients never see one. */
export function Measures({ measures }: Pick<BriefView, 'measures'>) {
  if (measures.length === 0) return null;
  return (
    <section className="block" aria-labelledby="measures">
      <h2 id="measures">{say('brief.measures')}</h2>
      {measures.map(({ code, title, points }) => (
        <div key={code} className="measure">
          <b>{title}</b>
          <ol>
            {points.map(({ reflectionId, on, total, bandLabel, label, change }) => (
              <li key={reflectionId}>
                <FactLink to={reflectionId}>{shortDate(on)}</FactLink>
                <span className="num">
                  {say('brief.measurePoint', { total, band: bandLabel ?? 'none' })}
                  <small className="quiet">
                    {[
                      say(`brief.measureLabel.${label}`),
                      change &&
                        say('brief.change', {
                          points: change.points > 0 ? `+${change.points}` : String(change.points),
                          reliable: change.isReliable ? 'yes' : 'no',
                        }),
                    ]
                      .filter(Boolean)
                      .join(', ')}
                  </small>
                </span>
              </li>
            ))}
          </ol>
        </div>
      ))}
    </section>
  );
}
