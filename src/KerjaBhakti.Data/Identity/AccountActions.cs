using KerjaBhakti.Data.Audit;
using static KerjaBhakti.Data.Audit.AuditAction;

namespace KerjaBhakti.Data.Identity;

/// <summary>What is done to accounts.</summary>
public static class AccountActions
{
    /// <summary>"membuat akun … (…)".</summary>
    public static readonly AuditAction Created = new("account.created", entry => $"membuat akun {entry.Caption} ({entry.After})");

    /// <summary>"membuat peran portal: …".</summary>
    public static readonly AuditAction RolesMade = new("account.roles-made", "membuat");

    /// <summary>"mengubah peran …: … → …".</summary>
    public static readonly AuditAction Role = new("account.role", entry =>
        $"mengubah peran {entry.Caption}: {entry.Before} → {entry.After}"
    );

    /// <summary>"membuat tautan sandi untuk …".</summary>
    public static readonly AuditAction Link = new("account.link", entry =>
        $"membuat tautan sandi untuk {entry.Caption}{Named(entry.After)}"
    );

    /// <summary>"meminta tautan sandi untuk …, yang harus disetujui administrator lain".</summary>
    public static readonly AuditAction LinkAsked = new("account.link-asked", entry =>
        $"meminta tautan sandi untuk {entry.Caption}, yang harus disetujui administrator lain"
    );

    /// <summary>"mengatur kata sandi …".</summary>
    public static readonly AuditAction Password = new("account.password", entry => $"mengatur kata sandi {entry.Caption}");

    /// <summary>"memperkuat hash kata sandi …".</summary>
    public static readonly AuditAction HashRaised = new("account.hash-raised", entry => $"memperkuat hash kata sandi {entry.Caption}");

    /// <summary>"memasang kode masuk …".</summary>
    public static readonly AuditAction SecondFactorBegun = new("account.second-factor", entry => $"memasang kode masuk {entry.Caption}");

    /// <summary>"melepas kode masuk …".</summary>
    public static readonly AuditAction SecondFactorEnded = new("account.second-factor-ended", entry =>
        $"melepas kode masuk {entry.Caption}"
    );

    /// <summary>"membuat kode pemulihan baru …".</summary>
    public static readonly AuditAction RecoveryRenewed = new("account.recovery-renewed", entry =>
        $"membuat kode pemulihan baru {entry.Caption}"
    );

    /// <summary>"masuk dengan kode pemulihan …, tersisa …".</summary>
    public static readonly AuditAction RecoveryUsed = new("account.recovery-used", entry =>
        $"masuk dengan kode pemulihan {entry.Caption}, tersisa {entry.After}"
    );

    /// <summary>"mendaftarkan kunci sandi … untuk …".</summary>
    public static readonly AuditAction PasskeyAdded = new("account.passkey", entry =>
        $"mendaftarkan kunci sandi \"{entry.After}\" untuk {entry.Caption}"
    );

    /// <summary>"masuk dengan kunci sandi …".</summary>
    public static readonly AuditAction PasskeyUsed = new("account.passkey-used", entry =>
        $"masuk ke {entry.Caption} dengan kunci sandi \"{entry.After}\""
    );

    /// <summary>"menolak kunci sandi …, yang hitungannya mundur".</summary>
    public static readonly AuditAction PasskeyCopied = new("account.passkey-copied", entry =>
        $"menolak kunci sandi \"{entry.After}\" dari {entry.Caption}: hitungannya mundur, mungkin ada salinannya"
    );

    /// <summary>"menghapus kunci sandi …".</summary>
    public static readonly AuditAction PasskeyRemoved = new("account.passkey-removed", entry =>
        $"menghapus kunci sandi \"{entry.Before}\" dari {entry.Caption}"
    );

    /// <summary>"menutup akun …".</summary>
    public static readonly AuditAction Closed = new("account.closed", entry => $"menutup akun {entry.Caption}");

    /// <summary>"membuka lagi akun …".</summary>
    public static readonly AuditAction Opened = new("account.opened", entry => $"membuka lagi akun {entry.Caption}");

    /// <summary>"mengosongkan akun …".</summary>
    public static readonly AuditAction Emptied = new("account.emptied", entry => $"mengosongkan akun {entry.Caption}");
}
