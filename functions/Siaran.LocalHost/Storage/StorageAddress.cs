namespace Siaran.LocalHost.Storage;

/// <summary>Where an emulator's blob and table services listen, on the loopback address.</summary>
internal sealed record StorageAddress(int BlobPort, int TablePort)
{
    private const string EmulatorAccount = "devstoreaccount1";

    // The emulator's well-known key, the same on every machine:
    // https://learn.microsoft.com/azure/storage/common/storage-configure-connection-string
    private const string EmulatorKey = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    /// <summary>The emulator's usual ports for the usual port of the app; others, three apart, for any other port of an app.</summary>
    public static StorageAddress ForApp(int appPort)
    {
        // Three apart, as Azurite's 10000 to 10002 for blobs, queues and tables: hosts on neighbouring
        // ports each have storage of their own.
        var blobs = 10000 + ((appPort - 7071) * 3 % 20000 + 20000) % 20000;
        return new StorageAddress(blobs, blobs + 2);
    }

    public string Emulator => ConnectionString(EmulatorAccount, EmulatorKey);

    public string ConnectionString(string account, string key) =>
        $"DefaultEndpointsProtocol=http;AccountName={account};AccountKey={key};"
        + $"BlobEndpoint=http://127.0.0.1:{BlobPort}/{account};TableEndpoint=http://127.0.0.1:{TablePort}/{account};";
}
