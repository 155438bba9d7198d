using Baton.Desk;

namespace Baton.Insight;

// Offers: the routing under test decides; here is what comes of it.
internal sealed partial class WeekSimulation
{
    /// <summary>The desk decides every second as long as anything has changed; here at the next whole second.</summary>
    private void DecideSoon()
    {
        if (_decides is not null || _waiting.Count == 0) return;
        _decides = _now + _dispatch.Every;
        At(_decides.Value, Decide);
    }

    private void DecideLater(TimeSpan wait)
    {
        if (_looksAgain) return;
        _looksAgain = true;
        After(wait, () =>
        {
            _looksAgain = false;
            DecideSoon();
        });
    }

    private void Decide()
    {
        _decides = null;
        var waiting = _waiting.Values.Where(waiter => waiter.OfferedTo is null).ToList();
        foreach (var waiter in waiting.Where(waiter => waiter.IsGone && Gone(waiter) >= _dispatch.GoneFrom).ToList())
        {
            // Recognised as gone without taking a worker's time.
            End(waiter);
            waiting.Remove(waiter);
        }

        var present = _workers.Where(worker => worker.IsAtWork).ToList();
        if (waiting.Count == 0) return;
        if (present.Count == 0)
        {
            // The next shift decides.
            return;
        }

        List<WaitingCase> cases = [.. waiting.Select(Case)];
        var given = _routing.Route(_now, cases, present);
        _tally.Check(_now, given, cases, present);
        foreach (var (id, worker) in given) Offer(_waiting[id], _byId[worker]);

        // Caps open as time passes, not only when something happens.
        if (given.Count == waiting.Count) return;
        if (given.Count > 0) DecideSoon();
        else DecideLater(TimeSpan.FromSeconds(30));
    }

    private WaitingCase Case(Waiter waiter) => new(waiter.Contact.Id, waiter.Since)
    {
        Language = waiter.Contact.Language,
        Skills = [waiter.Contact.Skill],
        Risk = waiter.Contact.Aggravation,
        Aggravation = waiter.Contact.Aggravation,
        IsRetrial = waiter.Contact.IsRetrial,
        Supervisor = waiter.Supervisor,
        Declined = [.. waiter.Declined],
        Gone = Gone(waiter),
    };

    private double Gone(Waiter waiter) => waiter.IsGone
        ? SilencePolicy.Gone(_now, waiter.Since + waiter.Contact.Patience, waiter.Contact.LeavesPageOpen, isLetter: false)
        : 0;

    private void Offer(Waiter waiter, SimulatedWorker worker)
    {
        waiter.OfferedTo = worker.Id;
        worker.Offered++;
        worker.LastGiven = _now;
        var isMissed = waiter.Contact.Accepts > _dispatch.OfferFor && waiter.Declined.Count == 0;
        After(isMissed ? _dispatch.OfferFor : TimeSpan.FromSeconds(Math.Min(waiter.Contact.Accepts.TotalSeconds, 15)), () => Answer(waiter, worker, isMissed));
    }

    private void Answer(Waiter waiter, SimulatedWorker worker, bool isMissed)
    {
        worker.Offered--;
        waiter.OfferedTo = null;
        DecideSoon();
        if (waiter.IsDone) return;
        if (isMissed)
        {
            waiter.Declined.Add(worker.Id);
            return;
        }

        if (waiter.IsGone)
        {
            // The worker writes to nobody for a while and gives up.
            _tally.WastedOffers++;
            End(waiter);
            worker.Load = worker.Load with { Own = worker.Load.Own + 1 };
            After(TimeSpan.FromMinutes(3), () =>
            {
                worker.Load = worker.Load with { Own = worker.Load.Own - 1 };
                DecideSoon();
            });
            return;
        }

        waiter.IsDone = true;
        _waiting.Remove(waiter.Contact.Id);
        _tally.Answered(waiter.Contact, _now - waiter.Since, worker, waiter.Supervisor);
        Serve(worker, waiter.Contact, waiter.Contact.Aggravation, waiter.Contact.Service);
    }
}
