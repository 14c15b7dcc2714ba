/** What the page for trying out assumes where there is no `fristwacht.yaml`: the same file somebody would write first. */
export const DESK_DEFAULTS = `
organisation:
  name: Ihre Organisation
  country: DE
  land: NW
  sector: private
  language: de
  timeZone: Europe/Berlin
contactPoint:
  name: Datenschutz
  email: datenschutz@ihre-organisation.example
persons:
  - id: dpo
    name: Datenschutzbeauftragte
    roles: [dpo]
    accounts:
      desk: dpo
channels:
  desk: privacy
# Whoever tries it out moves the clock by hand, at any hour, and wants to see each reminder.
workingTime: none
`;
