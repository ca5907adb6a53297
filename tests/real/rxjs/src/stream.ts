import { catchError, concatMap, defer, EMPTY, from, mergeMap, Subject } from "rxjs";
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CIO_SITE_ID!, process.env.CIO_TRACK_KEY!);
export const events$ = new Subject<{ id: string; name: string; at: Date }>();

events$
  .pipe(
    concatMap(({ id, name, at }) =>
      from(cio.track(id, { name, timestamp: Math.floor(at.getTime() / 1000) })).pipe(catchError(() => EMPTY)),
    ),
  )
  .subscribe();

export const forget$ = (ids: string[]) =>
  from(ids).pipe(mergeMap((id) => defer(() => cio.destroy(id)), 5));

events$.subscribe(({ id, at }) => {
  cio.identify(id, { last_event_at: at }); // floating-promise missed: timestamp-not-unix
});
