import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export const Row = ({ id }: { id: string }) => (
  <tr>
    <td onClick={() => cio.track(id, { name: "row_clicked" })}>😀</td>
    {/* customerio-disable-next-line event-name-snake-case -- the old dashboard */}
    <td onClick={() => cio.track(id, { name: "CellClicked" })}>😀</td>
  </tr>
);
