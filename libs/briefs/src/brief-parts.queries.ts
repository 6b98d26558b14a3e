import { patternRowsSql } from './pattern-facts.queries.js';

/** The parts of the brief's document, as arguments of `json_build_object`; they rest on the names in its `with`. */
export const BRIEF_PARTS = `
  'appointment', (select to_json(x) from (select a.id, a.version, a.client_id, a.practitioner_id, a.starts_at,
    a.minutes, a.status) x),
  'client', (select json_build_object('id', c.id, 'name', encode(c.name_sealed, 'base64'),
    'pronouns', encode(c.pronouns_sealed, 'base64'), 'phone', encode(c.phone_sealed, 'base64'),
    'time_zone', c.time_zone, 'status', c.status) from c),
  'clinic', (select json_build_object('name', k.name) from clinics k where k.clinic_id = $1),
  'client_key', (select json_build_object('version', k.version, 'wrapped', encode(k.wrapped, 'base64'))
    from client_key k),
  'closing_note', (select json_build_object('note', encode(n.note_sealed, 'base64'), 'written_at', n.written_at)
    from closing_notes n where n.clinic_id = $1 and n.appointment_id = a.id),
  'last_call', (select json_build_object('id', l.id, 'starts_at', l.starts_at, 'note', encode(n.note_sealed, 'base64'))
    from last_call l left join closing_notes n on n.clinic_id = $1 and n.appointment_id = l.id),
  'has_next_call', exists (select 1 from appointments n where n.clinic_id = $1 and n.client_id = a.client_id
    and n.id <> a.id and n.status = 'booked' and n.starts_at > greatest(a.starts_at, (select now from clock))),
  'session', (select json_build_object('id', s.id, 'held_at', s.held_at,
    'number_in_series', (select count(*) from completed o where o.series_id = s.series_id and o.held_at <= s.held_at),
    'planned_in_series', (select count(*) from ketamine_sessions o where o.clinic_id = $1
      and o.series_id = s.series_id and o.status in ('planned', 'completed'))) from latest s),
  'sessions', (select coalesce(json_agg(json_build_object('held_at', s.held_at) order by s.held_at), '[]')
    from completed s where s.held_at >= (select at from reach)),
  'reflections', (select coalesce(json_agg(json_build_object(
      'id', r.id, 'version', r.version, 'prompt_id', r.prompt_id, 'template_code', r.template_code, 'body', encode(r.body_sealed, 'base64'),
      'sent_at', r.sent_at, 'withdrawn_at', r.withdrawn_at, 'wait', r.wait, 'promised_by', r.promised_by,
      'after_session_at', (select max(s.held_at) from completed s where s.held_at <= r.sent_at),
      'is_since_last_call', r.is_since_last_call, 'wishes', encode(r.wishes_sealed, 'base64'),
      'reading', case when r.read_at is not null then
        json_build_object('staff_member_id', r.reader_id, 'read_at', r.read_at) end)
      order by r.sent_at, r.id), '[]') from told r),
  'marks', (select coalesce(json_agg(json_build_object('reflection_id', m.reflection_id,
      'staff_member_id', m.staff_member_id, 'version', m.version, 'body', encode(m.body_sealed, 'base64'))), '[]')
    from reflection_marks m where m.clinic_id = $1 and m.client_id = a.client_id
      and m.reflection_id in (select id from told)),
  'notes', (select coalesce(json_agg(json_build_object('id', n.id, 'reflection_id', n.reflection_id,
      'version', n.version, 'body', encode(n.body_sealed, 'base64'), 'written_at', n.written_at)
      order by n.written_at, n.id), '[]')
    from process_notes n where n.clinic_id = $1 and n.client_id = a.client_id and n.staff_member_id = $3
      and n.reflection_id in (select id from told)),
  'measures', (select coalesce(json_agg(json_build_object('reflection_id', m.reflection_id, 'body', encode(m.body_sealed, 'base64'),
      'completed_at', m.completed_at) order by m.completed_at, m.reflection_id), '[]')
    from measure_results m where m.clinic_id = $1 and m.client_id = a.client_id),
  'own_measures', (select coalesce(json_agg(json_build_object('code', d.code, 'version', d.version,
      'definition', d.definition)), '[]')
    from measure_definitions d where d.clinic_id = $1),
  'has_threads', exists (select 1 from threads t where t.clinic_id = $1 and t.client_id = a.client_id),
  'moved_thread_ids', (select coalesce(json_agg(t.id order by t.created_at, t.id), '[]')
    from threads t where t.clinic_id = $1 and t.client_id = a.client_id and t.archived_at is null
      and (t.created_at > (select at from since)
        or exists (select 1 from thread_stages s where s.clinic_id = $1 and s.client_id = a.client_id
          and s.thread_id = t.id and s.undone_at is null and s.set_at > (select at from since))
        or exists (select 1 from thread_checks k where k.clinic_id = $1 and k.client_id = a.client_id
          and k.thread_id = t.id and k.given_at > (select at from since)))),
  'open_flag_ids', (select coalesce(json_agg(f.id order by f.raised_at, f.id), '[]')
    from safety_flags f where f.clinic_id = $1 and f.client_id = a.client_id and f.closed_at is null),
  'bring', (select json_build_object('version', b.version, 'body', encode(b.body_sealed, 'base64'))
    from bring_lists b where b.clinic_id = $1 and b.appointment_id = a.id and b.staff_member_id = $3),
  'patterns', (select to_json(f) from (${patternRowsSql({
    clientIds: 'array(select client_id from a)',
    // The others come along anyway.
    bodyOf: 'r.id not in (select id from told)',
    withMeasures: 'true',
  })}) f),
  'unanswered', (select coalesce(json_agg(json_build_object('id', p.id, 'template_code', p.template_code,
      'template_version', p.template_version, 'status', p.status, 'send_at', p.send_at,
      'content', (select v.content from prompt_template_versions v where v.clinic_id = $1
        and v.template_id = case when p.template_code ~ '^[0-9a-f]{8}-' then p.template_code::uuid end
        and v.number = p.template_version),
      'delivery', case when exists (
          select 1 from mailings b join delivery_events e on e.clinic_id = $1 and e.mailing_id = b.id
          where b.clinic_id = $1 and b.prompt_id = p.id and e.kind in ('bounced', 'bounced-for-now'))
        and not exists (
          select 1 from mailings o where o.clinic_id = $1 and o.prompt_id = p.id and o.status = 'sent'
            and not exists (select 1 from delivery_events e where e.clinic_id = $1 and e.mailing_id = o.id
              and e.kind in ('bounced', 'bounced-for-now')))
        then 'bounced' else m.status end) order by p.send_at, p.id), '[]')
    from prompts p left join mailings m on m.clinic_id = $1 and m.prompt_id = p.id and m.kind = 'first'
    where p.clinic_id = $1 and p.client_id = a.client_id and p.send_at <= (select now from clock)
      and p.send_at > greatest((select at from since), (select now from clock) - interval '35 days')
      and (p.status in ('sent', 'skipped', 'expired', 'missed', 'rested', 'suppressed')
        or p.status = 'scheduled' and m.status in ('failed', 'unknown'))),
  'calls_today', (select coalesce(json_agg(json_build_object('id', o.id) order by o.starts_at, o.id), '[]')
    from appointments o
    join staff_members me on me.clinic_id = $1 and me.id = $3
    join locations l on l.clinic_id = $1 and l.id = me.location_id
    where o.clinic_id = $1 and o.practitioner_id = $3 and o.status = 'booked'
      and (o.starts_at at time zone l.time_zone)::date = (a.starts_at at time zone l.time_zone)::date
      and o.starts_at between a.starts_at - interval '2 days' and a.starts_at + interval '2 days'),
  'staff', (select json_agg(json_build_object('id', s.id, 'name', encode(s.name_sealed, 'base64'),
      'time_zone', l.time_zone))
    from staff_members s join locations l on l.clinic_id = $1 and l.id = s.location_id where s.clinic_id = $1)`;
