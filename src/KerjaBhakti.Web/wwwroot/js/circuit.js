// Opens the circuit of the page for the user it was rendered for: the server refuses it to whoever has signed in meanwhile (CircuitGate).
const page = document.body.dataset.circuit;
await Blazor.start({ circuit: { configureSignalR: connection => connection.withUrl(`_blazor?halaman=${page}`) } });
